#if defined(__x86_64__)
#include "levels.h"

#include <immintrin.h>

#pragma clang attribute push(                                                                                         \
    __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function          \
)
#define NAME(name) avx512_vnni_##name
#define LANES 16
#define TILE_ROWS 12
#define DOT(sums, values, weights)                                                                                    \
    (avx512_vnni_sums) _mm512_dpbusd_epi32((__m512i)(sums), (__m512i)(values), (__m512i)(weights))

#include "floats.inc"
#include "product.inc"
#pragma clang attribute pop

KERNEL_FUNCTIONS(kernel_avx512_vnni);
#endif
