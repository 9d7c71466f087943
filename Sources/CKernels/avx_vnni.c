#if defined(__x86_64__)
#include "levels.h"

#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma,avxvnni"))), apply_to = function)
#define NAME(name) avx_vnni_##name
#define LANES 8
#define TILE_ROWS 2
#define DOT(sums, values, weights)                                                                                    \
    (avx_vnni_sums) _mm256_dpbusd_avx_epi32((__m256i)(sums), (__m256i)(values), (__m256i)(weights))

#include "floats.inc"
#include "product.inc"
#pragma clang attribute pop

KERNEL_FUNCTIONS(kernel_avx_vnni);
#endif
