/*
 * The lesson's training in plain C, as a yardstick: a stack of dense layers with relu, binary
 * cross-entropy from the last layer's sums, Adam, and a shuffle before every epoch. The same maths as
 * the tutor's engines, on made-up numbers (the time per step does not depend on them).
 *
 *     cc -O3 -o lesson lesson.c -lm
 *     ./lesson ROWS BATCH INPUTS HIDDEN... 1
 *
 * It waits for a line on standard input, trains whole epochs for TURN_MS, answers one line with the
 * microseconds per step of each of them, and repeats until the input ends. So a caller can alternate
 * between engines.
 *
 * All rows are padded with zeros to a multiple of LANES floats: loops over LANES have a fixed length,
 * which compilers turn into vector instructions. Of 4, 8 and 16 lanes and of blocks of several rows,
 * this was the fastest for the lesson (GCC 12, x64). Wide networks would also need cache blocking;
 * for them this is no yardstick.
 */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LANES 8
#define MOST_LAYERS 8
#define TURN_MS 100
#define MOST_EPOCHS 1000

/* Keras' defaults for Adam. */
static const float learning_rate = 0.001f, beta1 = 0.9f, beta2 = 0.999f, epsilon = 1e-7f;

struct layer {
    int inputs, outputs; /* true sizes */
    int in, out;         /* padded */
    float *kernel, *bias;     /* inputs x out, and out */
    float *d_kernel, *d_bias; /* gradients of the same shapes */
    float *transposed;        /* outputs x in */
    float *sums;              /* batch x out: the layer's sums */
    float *d_sums;            /* batch x out: the loss' derivative by them */
};

struct network {
    int layers, weights; /* weights with their padding */
    struct layer layer[MOST_LAYERS];
    float *w, *gradient, *m, *v;
    float *x; /* batch x in of the first layer */
    double beta1_power, beta2_power;
};

static int padded(int size) { return (size + LANES - 1) / LANES * LANES; }

static float *floats(size_t count) {
    float *memory = calloc(count, sizeof(float));
    if (!memory) exit(1);
    return memory;
}

/* xoroshiro128+ (Blackman and Vigna, 2018). */
static uint64_t state[2] = {0x9e3779b97f4a7c15u, 0xbf58476d1ce4e5b9u};

static uint64_t rotated(uint64_t x, int by) { return x << by | x >> (64 - by); }

static uint64_t next_random(void) {
    const uint64_t s0 = state[0], s1 = state[1] ^ s0, result = s0 + state[1];
    state[0] = rotated(s0, 24) ^ s1 ^ s1 << 16;
    state[1] = rotated(s1, 37);
    return result;
}

/* Uniform in 0 ... bound-1; divides only when a number must be redrawn (Lemire, 2019). */
static uint32_t random_below(uint32_t bound) {
    uint64_t product = (next_random() >> 32) * bound;
    if ((uint32_t)product < bound) {
        const uint32_t unfair = -bound % bound;
        while ((uint32_t)product < unfair) product = (next_random() >> 32) * bound;
    }
    return product >> 32;
}

static float random_within(float limit) {
    return ((next_random() >> 40) * (2.0f / (1 << 24)) - 1.0f) * limit;
}

/* Fisher-Yates. */
static void shuffle(uint32_t *order, int count) {
    for (int row = 0; row < count; row++) order[row] = row;
    for (int last = count - 1; last > 0; last--) {
        const uint32_t other = random_below(last + 1), row = order[last];
        order[last] = order[other];
        order[other] = row;
    }
}

/*
 * c[rows x columns] = bias + a[rows x depth] * b[depth x columns]; columns are a multiple of LANES.
 * a is read with the strides a_row and a_depth, so it may be a transposed matrix.
 */
static void product(int rows, int columns, int depth, const float *restrict a, int a_row, int a_depth,
                    const float *restrict b, const float *restrict bias, float *restrict c) {
    for (int j = 0; j < columns; j += LANES) {
        for (int r = 0; r < rows; r++) {
            float sum[LANES];
            for (int l = 0; l < LANES; l++) sum[l] = bias ? bias[j + l] : 0;
            for (int k = 0; k < depth; k++) {
                const float factor = a[r * a_row + k * a_depth];
                for (int l = 0; l < LANES; l++) sum[l] += factor * b[k * columns + j + l];
            }
            for (int l = 0; l < LANES; l++) c[r * columns + j + l] = sum[l];
        }
    }
}

static void forward(const struct layer *layer, int rows, const float *x, int last) {
    product(rows, layer->out, layer->inputs, x, layer->in, 1, layer->kernel, layer->bias, layer->sums);
    if (last) return;
    float *sums = layer->sums;
    for (int i = 0; i < rows * layer->out; i++) sums[i] = sums[i] > 0 ? sums[i] : 0;
}

/* -y log s(z) - (1-y) log(1-s(z)), with s(z) = 1/(1+exp(-z)), so that nothing overflows. */
static void loss(const struct layer *last, int rows, const float *y, double *loss_sum, int *right) {
    for (int r = 0; r < rows; r++) {
        const float z = last->sums[r * last->out], e = expf(-fabsf(z));
        *loss_sum += (z > 0 ? z : 0) - z * y[r] + log1pf(e);
        *right += (z > 0) == (y[r] > 0.5f);
        last->d_sums[r * last->out] = ((z >= 0 ? 1 : e) / (1 + e) - y[r]) / rows;
    }
}

/* Gradients of a layer; d_x, if there is a previous layer, gets the derivative by its outputs x. */
static void backward(const struct layer *layer, int rows, const float *restrict x, float *restrict d_x) {
    const int in = layer->in, out = layer->out;
    product(layer->inputs, out, rows, x, 1, in, layer->d_sums, NULL, layer->d_kernel);
    memset(layer->d_bias, 0, out * sizeof(float));
    for (int r = 0; r < rows; r++) {
        for (int j = 0; j < out; j++) layer->d_bias[j] += layer->d_sums[r * out + j];
    }
    if (!d_x) return;
    for (int i = 0; i < layer->inputs; i++) {
        for (int j = 0; j < layer->outputs; j++) layer->transposed[j * in + i] = layer->kernel[i * out + j];
    }
    product(rows, in, layer->outputs, layer->d_sums, out, 1, layer->transposed, NULL, d_x);
    for (int i = 0; i < rows * in; i++) d_x[i] = x[i] > 0 ? d_x[i] : 0;
}

/* Adam as Keras 2.15 computes it (keras/src/optimizers/adam.py). */
static void update(struct network *net) {
    float *restrict w = net->w, *restrict m = net->m, *restrict v = net->v;
    const float *restrict g = net->gradient;
    net->beta1_power *= beta1;
    net->beta2_power *= beta2;
    const float alpha = learning_rate * sqrt(1 - net->beta2_power) / (1 - net->beta1_power);
    for (int i = 0; i < net->weights; i++) {
        m[i] += (g[i] - m[i]) * (1 - beta1);
        v[i] += (g[i] * g[i] - v[i]) * (1 - beta2);
        w[i] -= m[i] * alpha / (sqrtf(v[i]) + epsilon);
    }
}

static void step(struct network *net, int rows, const float *y, double *loss_sum, int *right) {
    const int last = net->layers - 1;
    const float *x = net->x;
    for (int l = 0; l <= last; l++) {
        forward(&net->layer[l], rows, x, l == last);
        x = net->layer[l].sums;
    }
    loss(&net->layer[last], rows, y, loss_sum, right);
    for (int l = last; l >= 0; l--) {
        backward(&net->layer[l], rows, l ? net->layer[l - 1].sums : net->x,
                 l ? net->layer[l - 1].d_sums : NULL);
    }
    update(net);
}

/* One epoch over shuffled rows of x (padded as the first layer's inputs); returns its mean loss. */
static double epoch(struct network *net, const float *x, const float *y, uint32_t *order, float *targets,
                    int rows, int batch) {
    const int in = net->layer[0].in;
    double loss_sum = 0;
    int right = 0;
    shuffle(order, rows);
    for (int seen = 0; seen < rows; seen += batch) {
        const int count = rows - seen < batch ? rows - seen : batch;
        for (int r = 0; r < count; r++) {
            const uint32_t row = order[seen + r];
            memcpy(net->x + r * in, x + (size_t)row * in, in * sizeof(float));
            targets[r] = y[row];
        }
        step(net, count, targets, &loss_sum, &right);
    }
    return loss_sum / rows;
}

/* Keras' initial weights: glorot_uniform kernels, zero biases. */
static void begin(struct network *net, int layers, const int *units, int batch) {
    net->layers = layers;
    net->weights = 0;
    net->beta1_power = net->beta2_power = 1;
    for (int l = 0; l < layers; l++) net->weights += (units[l] + 1) * padded(units[l + 1]);
    net->w = floats(net->weights);
    net->gradient = floats(net->weights);
    net->m = floats(net->weights);
    net->v = floats(net->weights);
    net->x = floats((size_t)batch * padded(units[0]));
    size_t at = 0;
    for (int l = 0; l < layers; l++) {
        struct layer *layer = &net->layer[l];
        layer->inputs = units[l];
        layer->outputs = units[l + 1];
        layer->in = padded(units[l]);
        layer->out = padded(units[l + 1]);
        layer->kernel = net->w + at;
        layer->d_kernel = net->gradient + at;
        at += layer->inputs * layer->out;
        layer->bias = net->w + at;
        layer->d_bias = net->gradient + at;
        at += layer->out;
        layer->transposed = floats((size_t)layer->outputs * layer->in);
        layer->sums = floats((size_t)batch * layer->out);
        layer->d_sums = floats((size_t)batch * layer->out);
        const float limit = sqrtf(6.0f / (layer->inputs + layer->outputs));
        for (int i = 0; i < layer->inputs; i++) {
            for (int j = 0; j < layer->outputs; j++) layer->kernel[i * layer->out + j] = random_within(limit);
        }
    }
}

static double now_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
    const int layers = argc - 4;
    if (layers < 1 || layers > MOST_LAYERS || atoi(argv[argc - 1]) != 1) {
        fprintf(stderr, "usage: lesson ROWS BATCH INPUTS HIDDEN... 1\n");
        return 2;
    }
    const int rows = atoi(argv[1]), batch = atoi(argv[2]), steps = (rows + batch - 1) / batch;
    int units[MOST_LAYERS + 1];
    for (int l = 0; l <= layers; l++) units[l] = atoi(argv[3 + l]);

    struct network net;
    begin(&net, layers, units, batch);
    const int in = net.layer[0].in;
    float *x = floats((size_t)rows * in), *y = floats(rows), *targets = floats(batch);
    uint32_t *order = malloc(rows * sizeof(uint32_t));
    if (!order) return 1;
    /* Rows with a learnable rule: the sum of the inputs, plus some noise. */
    for (int row = 0; row < rows; row++) {
        float sum = random_within(1);
        for (int i = 0; i < units[0]; i++) sum += x[row * in + i] = random_within(1.7f);
        y[row] = sum > 0;
    }

    char line[16];
    while (fgets(line, sizeof line, stdin)) {
        const double end = now_ms() + TURN_MS;
        double start = now_ms(), mean_loss = 0;
        for (int done = 0; done < MOST_EPOCHS && (done == 0 || start < end); done++) {
            mean_loss = epoch(&net, x, y, order, targets, rows, batch);
            const double stop = now_ms();
            printf("%s%.4f", done ? " " : "", (stop - start) * 1e3 / steps);
            start = now_ms();
        }
        printf("\n");
        fflush(stdout);
        /* Also keeps the compiler from optimizing the losses away. */
        fprintf(stderr, "loss %.4f\n", mean_loss);
    }
    return 0;
}
