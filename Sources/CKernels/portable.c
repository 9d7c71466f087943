#include "levels.h"

#define NAME(name) portable_##name
#define LANES 4
#define TILE_ROWS 2

typedef uint8_t portable_u8 __attribute__((vector_size(16)));
typedef int8_t portable_s8 __attribute__((vector_size(16)));
typedef int16_t portable_s16 __attribute__((vector_size(32)));
typedef int16_t portable_half __attribute__((vector_size(16)));
typedef int32_t portable_s32 __attribute__((vector_size(32)));
typedef int32_t portable_lanes __attribute__((vector_size(16)));

static inline __attribute__((always_inline)) portable_lanes portable_dot4(
    portable_lanes sums, portable_lanes values, portable_lanes weights
) {
    // 255 · 63 twice fits into 16 bits.
    const portable_s16 products = __builtin_convertvector((portable_u8)values, portable_s16)
        * __builtin_convertvector((portable_s8)weights, portable_s16);
    const portable_half pairs = __builtin_shufflevector(products, products, 0, 2, 4, 6, 8, 10, 12, 14)
        + __builtin_shufflevector(products, products, 1, 3, 5, 7, 9, 11, 13, 15);
    const portable_s32 wide = __builtin_convertvector(pairs, portable_s32);
    return sums + __builtin_shufflevector(wide, wide, 0, 2, 4, 6) + __builtin_shufflevector(wide, wide, 1, 3, 5, 7);
}
#define DOT(sums, values, weights) portable_dot4(sums, values, weights)

#include "floats.inc"
#include "product.inc"

KERNEL_FUNCTIONS(kernel_portable);
