"""Records fits of the real Keras 2.15 with L2, dropout, momentum and early stopping.

    python3.11 -m venv venv && venv/bin/pip install tensorflow-cpu==2.15.1
    venv/bin/python scripts/record-keras-fits.py > test/fixtures/keras-regularized.jsonl

One fit per line, as JSON: unshuffled, from given weights, so that another engine can be checked against
every number. The fields are those of test/fixtures/keras-training.jsonl and these, null if not used:

    l2          λ of keras.regularizers.L2(λ) on the kernel of every Dense layer, including the output's;
                loss and val_loss include the penalty, as Keras reports them
    momentum    of SGD
    dropout     rate of a Dropout layer after every hidden layer
    masks       what Dropout kept: for each step of the fit, over all epochs, and each hidden layer one
                string of rows × units, row-major; 1 was kept (and multiplied by 1/(1−rate)), 0 was not
    patience    of EarlyStopping(monitor="val_loss", restore_best_weights=True); `epochs` is the number
                requested, and the lists in `history` have one entry per trained epoch
    stopped     whether early stopping ended the fit
    best_epoch  the epoch (counted from 1) whose weights early stopping keeps
    best_weights  the weights after it

`final_weights` is what the model holds after fit(): the last epoch's weights, or the best ones if early
stopping ended the fit (Keras 3 restores them at the end of every fit).
A null in `history` stands for a number that is not finite: two fits diverge.
Every run on one machine gives the same bytes; other processors may differ in the last digits.
"""

import json
import os
import sys

# Plain kernels, one thread: sums are added in the same order every time.
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import tensorflow as tf
from tensorflow import keras

if not tf.__version__.startswith("2.15."):
    sys.exit(f"This records Keras 2.15, which is in TensorFlow 2.15; here is {tf.__version__}.")
tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)

# A fit's defaults.
DEFAULTS = dict(
    rows=37,
    features=4,
    hidden=[5, 3],
    activation="relu",
    target="binary",
    classes=None,
    optimizer="adam",
    # Adam's 1−β₂ᵗ, which Keras computes in float32, has a relative error of up to 6e-5: with small steps
    # that is too small for a comparison to notice.
    learning_rate=0.003,
    batch_size=8,
    epochs=4,
    validation_split=0.2,
    l2=None,
    dropout=None,
    momentum=None,
    patience=None,
)

# 29 of the 37 rows train by default, so that the last of four batches is short.
FITS = [
    # L2 with every task and optimizer.
    dict(l2=0.01),
    dict(l2=0.05, target="multiclass", classes=3, activation="tanh", optimizer="sgd", learning_rate=0.1),
    dict(l2=0.02, target="regression", activation="sigmoid", optimizer="rmsprop", learning_rate=0.01, validation_split=0.25),
    dict(l2=0.1, hidden=[], learning_rate=0.01, batch_size=100),
    dict(l2=0.001, target="multiclass", classes=4, hidden=[6], batch_size=5, validation_split=0.0),
    dict(l2=0.03, target="regression", activation="tanh", optimizer="sgd", learning_rate=0.01, momentum=0.9),
    # SGD with momentum.
    dict(optimizer="sgd", momentum=0.9, learning_rate=0.05),
    dict(optimizer="sgd", momentum=0.9, target="regression", activation="tanh", learning_rate=0.01, batch_size=7),
    dict(optimizer="sgd", momentum=0.5, target="multiclass", classes=3, activation="sigmoid",
         learning_rate=0.1, rows=20, batch_size=1, epochs=3, validation_split=0.0),
    # Dropout with every task and optimizer.
    dict(dropout=0.5),
    dict(dropout=0.2, target="multiclass", classes=3, activation="tanh", optimizer="rmsprop", learning_rate=0.01),
    dict(dropout=0.3, target="regression", activation="sigmoid", optimizer="sgd", learning_rate=0.05, hidden=[7]),
    dict(dropout=0.25, l2=0.01, optimizer="sgd", momentum=0.9, learning_rate=0.01, hidden=[5, 4, 3], validation_split=0.0),
    # Early stopping: at once, late, never, and without any patience.
    dict(patience=1, epochs=30, optimizer="sgd", momentum=0.9, learning_rate=0.2),
    dict(patience=3, epochs=80, learning_rate=0.006, target="multiclass", classes=3, activation="tanh", hidden=[6]),
    dict(patience=3, epochs=6, target="regression", optimizer="sgd", momentum=0.9, learning_rate=0.05),
    dict(patience=0, epochs=30, learning_rate=0.1, optimizer="rmsprop"),
    # Nothing ever changes: no hidden unit is active, and the targets of a batch cancel out.
    dict(patience=3, epochs=10, target="regression", hidden=[3], rows=40, batch_size=8, plateau=True),
    # It diverges: val_loss is never a number after the first epoch, or not even in it.
    dict(patience=2, epochs=10, target="regression", hidden=[6], optimizer="sgd", learning_rate=1.0),
    dict(patience=2, epochs=10, target="regression", hidden=[6], optimizer="sgd", learning_rate=3.0),
    # Everything at once.
    dict(patience=2, epochs=40, dropout=0.2, l2=0.005, optimizer="rmsprop", learning_rate=0.05),
]


class RecordedDropout(keras.layers.Dropout):
    """Keras' Dropout, which records what it kept: it treats ones like any other input."""

    def __init__(self, rate, masks):
        super().__init__(rate)
        # In a closure, as Keras would wrap a list stored as an attribute.
        self.record = lambda kept: masks.append(kept)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        kept = super().call(tf.ones_like(inputs), training=True)
        self.record(kept.numpy())
        return inputs * kept


def check_dropout():
    """Keras' Dropout is x · mask · 1/(1−rate) in training, forwards and backwards, and else identity."""
    for rate in (0.2, 0.25, 0.3, 0.5):
        layer = keras.layers.Dropout(rate)
        x = tf.random.normal([64, 16])
        with tf.GradientTape() as tape:
            tape.watch(x)
            out = layer(x, training=True)
        factors = (out.numpy() != 0) * np.float32(1 / (1 - rate))
        assert np.array_equal(out, x.numpy() * factors)
        assert np.array_equal(tape.gradient(out, x), factors)
        assert np.array_equal(layer(x, training=False), x)
        assert 0 < np.mean(factors == 0) < 1


def data_of(fit, random):
    """Inputs, targets and initial weights; short decimals, which JSON and float32 both hold exactly alike."""
    rows, features, classes = fit["rows"], fit["features"], fit["classes"]
    x = random.randn(rows, features).round(2)
    hidden_rule = x @ random.randn(features, classes or 1) + 0.8 * random.randn(rows, classes or 1)
    if fit["target"] == "binary":
        y = (hidden_rule[:, 0] > 0).astype(float)
    elif fit["target"] == "multiclass":
        y = hidden_rule.argmax(axis=1).astype(float)
    else:
        y = hidden_rule[:, 0].round(2)
    weights = []
    units = [features, *fit["hidden"], classes or 1]
    for inputs, outputs in zip(units, units[1:]):
        limit = np.sqrt(6 / (inputs + outputs))
        weights.append(random.uniform(-limit, limit, (inputs, outputs)).round(3))
        weights.append(random.uniform(-0.1, 0.1, outputs).round(3))
    if fit.get("plateau"):
        y = np.where(np.arange(rows) % 2 == 0, 1.0, -1.0)
        weights[1][:] = -100
        weights[3][:] = 0
    return x.astype("float32"), y.astype("float32"), [w.astype("float32") for w in weights]


def model_of(fit, masks):
    def dense(units, activation):
        regularizer = keras.regularizers.L2(fit["l2"]) if fit["l2"] else None
        return keras.layers.Dense(units, activation=activation, kernel_regularizer=regularizer)

    layers = [keras.Input((fit["features"],))]
    for units in fit["hidden"]:
        layers.append(dense(units, fit["activation"]))
        if fit["dropout"]:
            layers.append(RecordedDropout(fit["dropout"], masks))
    output = {"binary": "sigmoid", "multiclass": "softmax", "regression": None}[fit["target"]]
    layers.append(dense(fit["classes"] or 1, output))
    model = keras.Sequential(layers)
    optimizer = {
        "adam": keras.optimizers.Adam,
        "sgd": keras.optimizers.SGD,
        "rmsprop": keras.optimizers.RMSprop,
    }[fit["optimizer"]]
    momentum = {"momentum": fit["momentum"]} if fit["momentum"] else {}
    model.compile(
        optimizer=optimizer(learning_rate=fit["learning_rate"], **momentum),
        loss={
            "binary": "binary_crossentropy",
            "multiclass": "sparse_categorical_crossentropy",
            "regression": "mse",
        }[fit["target"]],
        metrics=["mae" if fit["target"] == "regression" else "accuracy"],
        # Otherwise the masks could not be read during training.
        run_eagerly=fit["dropout"] is not None,
    )
    return model


def shortest(values):
    """The fewest digits that give the same float32 again; null for what is not finite."""
    return [float(str(np.float32(v))) if np.isfinite(v) else None for v in np.ravel(values)]


def record(settings, seed):
    fit = {**DEFAULTS, **settings}
    keras.utils.set_random_seed(seed)
    x, y, initial = data_of(fit, np.random.RandomState(seed))
    fit.pop("plateau", None)
    masks = []
    model = model_of(fit, masks)
    model.set_weights(initial)

    after_epochs = []
    # Before early stopping, which may restore other weights.
    callbacks = [keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: after_epochs.append(model.get_weights()))]
    if fit["patience"] is not None:
        stopping = keras.callbacks.EarlyStopping(
            monitor="val_loss", patience=fit["patience"], restore_best_weights=True)
        callbacks.append(stopping)
    history = model.fit(
        x, y, batch_size=fit["batch_size"], epochs=fit["epochs"], shuffle=False,
        validation_split=fit["validation_split"], callbacks=callbacks, verbose=0,
    ).history

    steps = len(masks) // max(1, len(fit["hidden"]))
    bits = ["".join("1" if kept else "0" for kept in mask.ravel() > 0) for mask in masks]
    line = {
        **fit,
        "metric": "mae" if fit["target"] == "regression" else "accuracy",
        "x": shortest(x),
        "y": shortest(y),
        "initial_weights": [shortest(w) for w in initial],
        "history": {name: shortest(values) for name, values in history.items()},
        "final_weights": [shortest(w) for w in model.get_weights()],
        "masks": [bits[i * len(fit["hidden"]):(i + 1) * len(fit["hidden"])] for i in range(steps)] or None,
        "stopped": None,
        "best_epoch": None,
        "best_weights": None,
    }
    if fit["patience"] is not None:
        best = after_epochs[stopping.best_epoch]
        stopped = stopping.stopped_epoch > 0
        expected = best if stopped else after_epochs[-1]
        for held, wanted in zip(model.get_weights(), expected):
            assert np.array_equal(held, wanted, equal_nan=True)
        line.update(stopped=stopped, best_epoch=stopping.best_epoch + 1,
                    best_weights=[shortest(w) for w in best])
    return line


check_dropout()
for number, settings in enumerate(FITS):
    line = record(settings, seed=100 + number)
    print(json.dumps(line, separators=(",", ":")))
    print(settings, {k: [round(v, 4) if v else v for v in vs] for k, vs in line["history"].items() if "loss" in k},
          f"best {line['best_epoch']}, stopped {line['stopped']}", file=sys.stderr)
