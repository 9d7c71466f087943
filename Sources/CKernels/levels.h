#pragma once

#include "CKernels.h"

#include <math.h>
#include <string.h>

// Vectors wider than the processor's pass between functions that are all inlined; no ABI is involved.
#pragma clang diagnostic ignored "-Wpsabi"

/// Before a loop over the rows or vectors of a tile: only unrolled do its sums stay in registers.
#define UNROLLED _Pragma("clang loop unroll(full)")

typedef float v16 __attribute__((vector_size(64)));
typedef float v8 __attribute__((vector_size(32)));
typedef float v4 __attribute__((vector_size(16)));
typedef int32_t i16 __attribute__((vector_size(64)));
typedef uint8_t b16 __attribute__((vector_size(16)));

/// The functions of one set of instructions; see CKernels.h for what each does.
typedef struct {
    void (*multiply)(
        const kernel_matrix *matrix, const uint8_t *quantized, const float *row_scales, size_t rows, float *out,
        size_t stride, kernel_epilogue epilogue, int32_t *integers
    );
    void (*quantize)(
        const float *values, size_t stride, size_t rows, size_t count, uint8_t *quantized, float *scales
    );
    void (*norm)(
        float *values, size_t rows, size_t count, const float *weight, const float *bias, float epsilon,
        uint8_t *quantized, float *scales
    );
    void (*embed)(
        const uint8_t *word, float scale, const float *position, const float *type, size_t count, float *out
    );
    void (*attention)(
        const float *projected, size_t stride, size_t tokens, size_t heads, size_t dimension, const float *bias, size_t reach,
        float *workspace, float *out
    );
    void (*multiply_floats)(
        const float *weights, const float *bias, size_t columns, size_t inner, const float *values,
        size_t value_stride, size_t rows, float *out, size_t out_stride, int gelu
    );
    void (*accumulate)(float *out, const float *values, float weight, size_t count);
    float (*dot)(const float *left, const float *right, size_t count);
    void (*softmax)(float *values, size_t count);
} kernel_functions;

extern const kernel_functions kernel_portable;
#if defined(__x86_64__)
extern const kernel_functions kernel_avx2;
extern const kernel_functions kernel_avx_vnni;
extern const kernel_functions kernel_avx512_vnni;
#endif

/// The table of a set of instructions, for the end of its file.
#define KERNEL_FUNCTIONS(table)                                                                                       \
    const kernel_functions table = {                                                                                  \
        NAME(multiply), NAME(quantize), NAME(norm), NAME(embed), NAME(attention), NAME(multiply_floats),              \
        NAME(accumulate), NAME(dot), NAME(softmax),                                                                   \
    }
