#ifndef C_BYTE_MASKS_H
#define C_BYTE_MASKS_H

// Classes of 64 bytes at once, with SSE2, which every x86-64 processor has. Swift 6.3 works on its vector types element by
// element, and has no name for the instruction that gathers a bit of each byte. On other processors the caller does the
// same by arithmetic on integers.

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>

/// Bits of the 64 bytes from a pointer on, the first byte's lowest.
struct byte_masks {
    /// LF to CR, and ! " ) . : ? @
    uint64_t marks;
    /// A to Z.
    uint64_t capitals;
    /// U+0020.
    uint64_t spaces;
    /// Bytes that begin a scalar beyond ASCII.
    uint64_t leads;
    /// Bytes that continue one.
    uint64_t continuations;
};

static inline __m128i bytes_from(__m128i bytes, char first, char last) {
    __m128i shifted = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(shifted, _mm_set1_epi8((char)(last - first))), shifted);
}

/// - Precondition: 64 bytes can be read.
static inline struct byte_masks byte_masks_of(const uint8_t *from) {
    struct byte_masks masks = {0, 0, 0, 0, 0};
    for (int part = 0; part < 4; part++) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(from + 16 * part));
        __m128i marks = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8(')'))),
            _mm_or_si128(
                _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(':')), bytes_from(bytes, '!', '"')),
                _mm_or_si128(bytes_from(bytes, '?', '@'), bytes_from(bytes, 0x0A, 0x0D))));
        masks.marks |= (uint64_t)_mm_movemask_epi8(marks) << (16 * part);
        masks.capitals |= (uint64_t)_mm_movemask_epi8(bytes_from(bytes, 'A', 'Z')) << (16 * part);
        masks.spaces |= (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x20))) << (16 * part);
        // As signed numbers, leads are -64 to -1, and what continues a scalar is below.
        int above = _mm_movemask_epi8(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(-65)));
        masks.leads |= (uint64_t)(above & _mm_movemask_epi8(bytes)) << (16 * part);
        masks.continuations |= (uint64_t)(~above & 0xFFFF) << (16 * part);
    }
    return masks;
}
#endif

#endif
