#if defined(__x86_64__)
#include "levels.h"

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME(name) avx2_##name
#define LANES 8
#define TILE_ROWS 2

static inline __attribute__((always_inline)) __m256i avx2_dot4(__m256i sums, __m256i values, __m256i weights) {
    // Two products of 255 · 63 fit into 16 bits, so the saturation of the first instruction never acts.
    const __m256i pairs = _mm256_maddubs_epi16(values, weights);
    return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}
#define DOT(sums, values, weights) (avx2_sums) avx2_dot4((__m256i)(sums), (__m256i)(values), (__m256i)(weights))

#include "floats.inc"
#include "product.inc"
#pragma clang attribute pop

KERNEL_FUNCTIONS(kernel_avx2);
#endif
