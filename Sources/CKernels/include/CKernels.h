#pragma once

#include <stddef.h>
#include <stdint.h>

// The arithmetic of a transformer encoder: products of 8-bit matrices, and what stands between them in 32-bit floats.
// All matrices lie row by row. Nothing is allocated, nothing is kept between calls, and no argument is checked: sizes are
// the caller's to prove.

/// Which instructions the products use. All give the same integers.
typedef enum {
    /// Plain C, on any processor.
    KERNEL_PORTABLE = 0,
    /// AVX2: pairs summed in 16 bits, which weights of 7 bits can't overflow.
    KERNEL_AVX2 = 1,
    /// AVX-VNNI, on processors that have VNNI but no AVX-512.
    KERNEL_AVX_VNNI = 2,
    /// AVX-512 with VNNI.
    KERNEL_AVX512_VNNI = 3,
} kernel_level;

/// The best level that this processor and its system have.
kernel_level kernel_best_level(void);

/// Columns of a packed matrix come in panels of so many, with zeros for those that are missing.
#define KERNEL_PANEL 32

/// `count` rounded up to whole panels.
static inline size_t kernel_padded_columns(size_t count) {
    return (count + KERNEL_PANEL - 1) / KERNEL_PANEL * KERNEL_PANEL;
}

/// The length of a row of 8-bit values: `count` rounded up to whole groups of 4, which the products take at once.
static inline size_t kernel_padded_inner(size_t count) { return (count + 3) / 4 * 4; }

/// A matrix of weights, packed: y = scale * (sum of q * w) + bias.
typedef struct {
    /// Padded inner × padded columns bytes: panels of 32 columns; in each, groups of 4 along the inner dimension.
    const int8_t *weights;
    /// −128 × the sum of each column; padded.
    const int32_t *offsets;
    /// Padded.
    const float *scales;
    /// Padded.
    const float *bias;
    /// The length of a row that goes in, unpadded.
    size_t inner;
    /// The length of a row that comes out, unpadded.
    size_t columns;
} kernel_matrix;

/// Packs `columns` rows of `inner` bytes, each a weight + 64, into `packed` and `offsets` (see ``kernel_matrix``), from
/// the column `first` on, which begins a panel.
void kernel_pack(const uint8_t *weights, size_t columns, size_t inner, int8_t *packed, int32_t *offsets);

/// Whether all bytes are from 1 to 127, as those of weights are.
int kernel_are_weights(const uint8_t *bytes, size_t count);

/// Whether no value is infinite or no number.
int kernel_are_finite(const float *values, size_t count);

/// What is done with a product.
typedef enum { KERNEL_STORE = 0, KERNEL_ADD = 1, KERNEL_GELU = 2 } kernel_epilogue;

/// A distance between rows of `count` floats at which a tile of rows does not fall into a few sets of the cache.
static inline size_t kernel_row_stride(size_t count) { return (count + 15) / 16 * 16 + 16; }

/// out[rows × columns] = product (STORE), out + product (ADD), or the GELU of the product, for rows of 8-bit values.
/// `quantized` has rows of padded inner length; the rows of `out` lie `stride` apart.
void kernel_multiply(
    kernel_level level, const kernel_matrix *matrix, const uint8_t *quantized, const float *row_scales, size_t rows,
    float *out, size_t stride, kernel_epilogue epilogue
);

/// The bare sums of a product, offsets included, for tests: out[rows × padded columns].
void kernel_multiply_integers(
    kernel_level level, const kernel_matrix *matrix, const uint8_t *quantized, size_t rows, int32_t *out
);

/// Each row as 8-bit values: scale = max|x| / 127, value = x / scale rounded half to even + 128. The rows lie `stride`
/// apart.
void kernel_quantize(
    kernel_level level, const float *values, size_t stride, size_t rows, size_t count, uint8_t *quantized, float *scales
);

/// LayerNorm of each row, in place, and its 8-bit values.
void kernel_norm(
    kernel_level level, float *values, size_t rows, size_t count, const float *weight, const float *bias, float epsilon,
    uint8_t *quantized, float *scales
);

/// The sum of a word's row (bytes + scale, each weight + 64), a position's row and, unless NULL, one row for all.
void kernel_embed(
    kernel_level level, const uint8_t *word, float scale, const float *position, const float *type, size_t count,
    float *out
);

/// How many floats ``kernel_attention`` needs as workspace.
size_t kernel_attention_workspace(size_t tokens, size_t dimension);

/// Attention among the tokens of one sequence. `projected` has tokens × 3·heads·dimension: queries, keys, values, its
/// rows `stride` apart. `bias`, unless NULL, has for each head `2·reach + 1` values for the distances −reach...reach of key from query.
/// out[tokens × heads·dimension].
void kernel_attention(
    kernel_level level, const float *projected, size_t stride, size_t tokens, size_t heads, size_t dimension, const float *bias,
    size_t reach, float *workspace, float *out
);

/// out[r][c] = dot(weights[c], values[r]) + bias[c], or its GELU, in floats. The rows of `values` lie `value_stride` apart, those of
/// `out` `out_stride`.
void kernel_multiply_floats(
    kernel_level level, const float *weights, const float *bias, size_t columns, size_t inner, const float *values,
    size_t value_stride, size_t rows, float *out, size_t out_stride, int gelu
);

/// out += weight × values.
void kernel_accumulate(kernel_level level, float *out, const float *values, float weight, size_t count);

/// Dot product.
float kernel_dot(kernel_level level, const float *left, const float *right, size_t count);

/// The softmax of `count` values, in place.
void kernel_softmax(kernel_level level, float *values, size_t count);
