#include "CKernels.h"

#include "levels.h"

#if defined(__x86_64__)
#include <cpuid.h>

/// Whether the system saves the registers: XCR0 has the bits of `mask`.
static int saves_registers(unsigned mask) {
    unsigned a, d;
    __asm__ volatile("xgetbv" : "=a"(a), "=d"(d) : "c"(0));
    return (a & mask) == mask;
}

kernel_level kernel_best_level(void) {
    // Intel's manual, volume 2A, CPUID: leaf 1 ECX 12 FMA, 27 OSXSAVE; leaf 7 EBX 5 AVX2, 16 AVX512F, 17 DQ, 30 BW, 31
    // VL, ECX 11 AVX512_VNNI; leaf 7.1 EAX 4 AVX-VNNI. XCR0: 1, 2 for AVX, 5 to 7 for AVX-512.
    unsigned a, b, c, d, a1, b1, c1, d1;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return KERNEL_PORTABLE;
    if (!(c >> 12 & 1) || !(c >> 27 & 1) || !saves_registers(0x06)) return KERNEL_PORTABLE;
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b >> 5 & 1)) return KERNEL_PORTABLE;
    const int has_avx512 = (b >> 16 & 1) && (b >> 17 & 1) && (b >> 30 & 1) && (b >> 31 & 1);
    if (has_avx512 && (c >> 11 & 1) && saves_registers(0xE6)) return KERNEL_AVX512_VNNI;
    if (a >= 1 && __get_cpuid_count(7, 1, &a1, &b1, &c1, &d1) && (a1 >> 4 & 1)) return KERNEL_AVX_VNNI;
    return KERNEL_AVX2;
}

static const kernel_functions *functions(kernel_level level) {
    switch (level) {
    case KERNEL_AVX512_VNNI: return &kernel_avx512_vnni;
    case KERNEL_AVX_VNNI: return &kernel_avx_vnni;
    case KERNEL_AVX2: return &kernel_avx2;
    case KERNEL_PORTABLE: break;
    }
    return &kernel_portable;
}
#else
kernel_level kernel_best_level(void) { return KERNEL_PORTABLE; }

static const kernel_functions *functions(kernel_level level) {
    (void)level;
    return &kernel_portable;
}
#endif

void kernel_pack(const uint8_t *weights, size_t columns, size_t inner, int8_t *packed, int32_t *offsets) {
    const size_t padded = kernel_padded_inner(inner);
    for (size_t first = 0; first < columns; first += KERNEL_PANEL) {
        int8_t *panel = packed + first * padded;
        const size_t width = columns - first < KERNEL_PANEL ? columns - first : KERNEL_PANEL;
        if (width < KERNEL_PANEL || padded != inner) memset(panel, 0, KERNEL_PANEL * padded);
        for (size_t c = 0; c < width; c++) {
            const uint8_t *row = weights + (first + c) * inner;
            int32_t sum = 0;
            size_t k = 0;
            for (; k + 4 <= inner; k += 4) {
                uint32_t four;
                memcpy(&four, row + k, 4);
                // Subtracts 64 from each of four bytes from 1 to 127 at once: no borrow passes a byte's top bit.
                four = ((four | 0x80808080u) - 0x40404040u) ^ 0x80808080u;
                memcpy(panel + k * KERNEL_PANEL + c * 4, &four, 4);
                sum += (int8_t)four + (int8_t)(four >> 8) + (int8_t)(four >> 16) + (int8_t)(four >> 24);
            }
            for (; k < inner; k++) {
                const int8_t weight = (int8_t)((int)row[k] - 64);
                panel[k / 4 * 4 * KERNEL_PANEL + c * 4 + k % 4] = weight;
                sum += weight;
            }
            offsets[first + c] = -128 * sum;
        }
        for (size_t c = width; c < KERNEL_PANEL; c++) offsets[first + c] = 0;
    }
}

int kernel_are_weights(const uint8_t *bytes, size_t count) {
    uint8_t most = 0, is_zero = 0;
    for (size_t i = 0; i < count; i++) {
        most |= bytes[i];
        is_zero |= bytes[i] == 0;
    }
    return !is_zero && most < 128;
}

int kernel_are_finite(const float *values, size_t count) {
    uint32_t isnt = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, values + i, 4);
        isnt |= (bits & 0x7F800000u) == 0x7F800000u;
    }
    return !isnt;
}

void kernel_multiply(
    kernel_level level, const kernel_matrix *matrix, const uint8_t *quantized, const float *row_scales, size_t rows,
    float *out, size_t stride, kernel_epilogue epilogue
) {
    functions(level)->multiply(matrix, quantized, row_scales, rows, out, stride, epilogue, NULL);
}

void kernel_multiply_integers(
    kernel_level level, const kernel_matrix *matrix, const uint8_t *quantized, size_t rows, int32_t *out
) {
    functions(level)->multiply(matrix, quantized, NULL, rows, NULL, 0, KERNEL_STORE, out);
}

void kernel_quantize(
    kernel_level level, const float *values, size_t stride, size_t rows, size_t count, uint8_t *quantized, float *scales
) {
    functions(level)->quantize(values, stride, rows, count, quantized, scales);
}

void kernel_norm(
    kernel_level level, float *values, size_t rows, size_t count, const float *weight, const float *bias, float epsilon,
    uint8_t *quantized, float *scales
) {
    functions(level)->norm(values, rows, count, weight, bias, epsilon, quantized, scales);
}

void kernel_embed(
    kernel_level level, const uint8_t *word, float scale, const float *position, const float *type, size_t count,
    float *out
) {
    functions(level)->embed(word, scale, position, type, count, out);
}

size_t kernel_attention_workspace(size_t tokens, size_t dimension) {
    return (tokens + 15) / 16 * 16 * (dimension + 4);
}

void kernel_attention(
    kernel_level level, const float *projected, size_t stride, size_t tokens, size_t heads, size_t dimension, const float *bias,
    size_t reach, float *workspace, float *out
) {
    functions(level)->attention(projected, stride, tokens, heads, dimension, bias, reach, workspace, out);
}

void kernel_multiply_floats(
    kernel_level level, const float *weights, const float *bias, size_t columns, size_t inner, const float *values,
    size_t value_stride, size_t rows, float *out, size_t out_stride, int gelu
) {
    functions(level)->multiply_floats(
        weights, bias, columns, inner, values, value_stride, rows, out, out_stride, gelu
    );
}

void kernel_accumulate(kernel_level level, float *out, const float *values, float weight, size_t count) {
    functions(level)->accumulate(out, values, weight, count);
}

float kernel_dot(kernel_level level, const float *left, const float *right, size_t count) {
    return functions(level)->dot(left, right, count);
}

void kernel_softmax(kernel_level level, float *values, size_t count) { functions(level)->softmax(values, count); }
