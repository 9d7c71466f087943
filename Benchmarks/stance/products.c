// The product of 8-bit matrices on one thread: that of oneDNN (dnnl_gemm_u8s8s32) and ours, in turn.
// See scripts/bench-stance.
#include "CKernels.h"

#include <dnnl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double least(double a, double b) { return a < b ? a : b; }

int main(void) {
    // Rows, inner dimension, columns: those of `base` and `small`, at the batch that the model uses.
    static const size_t shapes[][3] = {{96, 768, 2304}, {96, 768, 3072}, {96, 3072, 768}, {96, 384, 1536}, {96, 1536, 384}};
    printf("products on one thread, 10^12 operations/s (best of 15, in turn)\n");
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        const size_t m = shapes[s][0], k = shapes[s][1], n = shapes[s][2];
        uint8_t *a = malloc(m * k), *w = malloc(n * k);
        int8_t *b = malloc(n * k), *packed = aligned_alloc(64, n * k);
        int32_t *offsets = malloc(n * 4), *sums = malloc(m * n * 4), zero = 0;
        float *scales = calloc(n, 4), *rows = calloc(m, 4), *out = malloc(m * kernel_row_stride(n) * 4);
        for (size_t i = 0; i < m * k; i++) a[i] = (uint8_t)rand();
        for (size_t i = 0; i < n * k; i++) b[i] = (int8_t)((w[i] = (uint8_t)(1 + rand() % 127)) - 64);
        kernel_pack(w, n, k, packed, offsets);
        const kernel_matrix matrix = {packed, offsets, scales, scales, k, n};
        double theirs = 9, ours = 9;
        for (int run = 0; run < 15; run++) {
            double start = now();
            dnnl_gemm_u8s8s32('N', 'N', 'F', (dnnl_dim_t)m, (dnnl_dim_t)n, (dnnl_dim_t)k, 1, a, (dnnl_dim_t)k, 0, b,
                              (dnnl_dim_t)n, 0, 0, sums, (dnnl_dim_t)n, &zero);
            theirs = least(theirs, now() - start);
            start = now();
            kernel_multiply(kernel_best_level(), &matrix, a, rows, m, out, kernel_row_stride(n), KERNEL_STORE);
            ours = least(ours, now() - start);
        }
        const double work = 2e-12 * (double)(m * k * n);
        printf("  %zu x %zu x %zu: oneDNN %.2f, ours, with scales and bias, %.2f\n", m, k, n, work / theirs, work / ours);
    }
}
