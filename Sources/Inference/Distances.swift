internal import Glibc

/// What MPNet adds to the score of two tokens for their distance, one value for each head and bucket of distances.
///
/// The buckets are those of T5 (Raffel et al. 2020) for both directions: of 32, half for each; half of those for single
/// distances, the others growing to 128.
struct Distances: Sendable {
    static let buckets = 32
    private static let farthest = 128.0

    /// For each head the distances −reach...reach.
    let table: Floats
    let reach: Int

    /// - Parameter values: ``buckets`` rows of one value for each head.
    init(_ values: Floats, _ heads: Int, _ maximumTokens: Int) {
        reach = maximumTokens - 1
        let width = 2 * reach + 1
        table = Floats(count: heads * width) { [reach] table in
            for head in 0..<heads {
                for distance in -reach...reach {
                    table[head * width + reach + distance] = values.values[Self.bucket(distance) * heads + head]
                }
            }
        }
    }

    /// The bucket of the distance from a token to the one that it looks at.
    static func bucket(_ distance: Int) -> Int {
        let half = buckets / 2
        let single = half / 2
        let side = distance > 0 ? half : 0
        let length = abs(distance)
        guard length >= single else { return side + length }
        let ratio = log(Double(length) / Double(single)) / log(farthest / Double(single))
        return side + min(half - 1, single + Int(ratio * Double(half - single)))
    }
}
