"""The lesson's training in Keras, as a yardstick: model.fit as a learner calls it.

    python3 lesson.py ROWS BATCH INPUTS HIDDEN... 1

Like bench/c/lesson.c it waits for a line on standard input, trains one epoch, and answers one line
with its microseconds per step, until the input ends. All epochs are one fit(), as in the lesson, timed
between its own callbacks, so that fit()'s one-time work is not counted. Rows are random numbers, as the
time per step does not depend on them.
"""

import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import tensorflow as tf

rows, batch, *units = map(int, sys.argv[1:])
steps = -(-rows // batch)


class Turns(tf.keras.callbacks.Callback):
    """Each epoch waits for a request, and reports how long it took."""

    def on_epoch_begin(self, epoch, logs=None):
        if not sys.stdin.readline():
            sys.exit()
        self.start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        print(f"{(time.perf_counter() - self.start) * 1e6 / steps:.4f}", flush=True)


random = np.random.default_rng(1)
x = random.standard_normal((rows, units[0]), dtype="float32")
y = (x.sum(axis=1) + random.standard_normal(rows) > 0).astype("float32")

model = tf.keras.Sequential([tf.keras.Input((units[0],))])
for size in units[1:-1]:
    model.add(tf.keras.layers.Dense(size, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, batch_size=batch, epochs=sys.maxsize, verbose=0, callbacks=[Turns()])
