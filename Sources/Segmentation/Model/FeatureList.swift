/// What the model sees of a place: hashed features, each of a template.
///
/// Feature hashing (Weinberger et al., Feature Hashing for Large Scale Multitask Learning, ICML 2009) keeps the model to
/// one small table; there is no list of words to look up.
struct FeatureList {
    /// What a feature tells about. The raw values salt the hashes: they must not change without training again.
    enum Template: UInt8, CaseIterable {
        case rule, before, after, second, beforeKind, afterKind, kinds, beforeWithAfterKind, afterWithBeforeKind
        case secondKind, afterWithSecondKind, firstLetter, length, marks, closers, openers, lastByte, cue, place
        case soFar, soFarWithAfter, soFarWithSecond, secondClasses
    }

    /// What each feature tells about, in the order in which they are added; the last four only where there is no mark.
    static let order: [Template] = [
        .rule, .before, .after, .second, .beforeKind, .afterKind, .kinds, .beforeWithAfterKind, .afterWithBeforeKind,
        .secondKind, .afterWithSecondKind, .firstLetter, .length, .marks, .closers, .openers, .lastByte, .lastByte,
        .cue, .place, .soFar, .soFarWithAfter, .soFarWithSecond, .secondClasses,
    ]

    /// The number of weights: 2¹⁵.
    static let space = 1 << 15

    private var indices: InlineArray<24, UInt16> = .init(repeating: 0)
    private(set) var count = 0
    /// Mixed into every feature: a place without a mark is another matter than one with a full stop.
    private let salt: UInt64

    /// - Parameter kind: of place; features of different kinds have different weights.
    init(kind: UInt64) { salt = mix(kind) }

    @inline(__always)
    mutating func add(_ template: Template, _ value: UInt64) {
        var hash = (value ^ salt &+ UInt64(template.rawValue) &* 0xA076_1D64_78BD_642F) &* 0xD6E8_FEB8_6659_FD93
        hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        indices[count] = UInt16(truncatingIfNeeded: hash >> 49)
        count &+= 1
    }

    @inline(__always)
    mutating func add(_ template: Template, _ value: UInt64, with other: UInt64) {
        add(template, value &* 0x9E37_79B9_7F4A_7C15 ^ other &* 0xE703_7ED1_A0B4_28DB)
    }

    /// The index of the weight of feature `position`.
    @inline(__always)
    func index(_ position: Int) -> Int { Int(indices[position]) }
}
