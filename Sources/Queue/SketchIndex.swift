package import Wire

/// Sketches of originals in memory, by their bands: each look-up costs the same, however many there are.
package struct SketchIndex: Sendable {
    /// So many candidates of each band are looked at; more, and somebody has made them so.
    package static let mostCandidates = 8

    private struct Entry {
        let id: ArticleID
        let sketch: Sketch
    }

    private var entries: [ArticleRecord.Sequence: Entry] = [:]
    private var bands: [Int64: [ArticleRecord.Sequence]] = [:]

    package init() {}

    package var isEmpty: Bool { entries.isEmpty }

    package mutating func insert(_ sequence: ArticleRecord.Sequence, _ id: ArticleID, _ sketch: Sketch) {
        remove(sequence)
        entries[sequence] = Entry(id: id, sketch: sketch)
        for key in sketch.bandKeys { bands[key, default: []].append(sequence) }
    }

    package mutating func remove(_ sequence: ArticleRecord.Sequence) {
        guard let entry = entries.removeValue(forKey: sequence) else { return }
        for key in entry.sketch.bandKeys {
            bands[key]?.removeAll { $0 == sequence }
            if bands[key]?.isEmpty == true { bands[key] = nil }
        }
    }

    package mutating func removeAll() {
        guard !isEmpty else { return }
        entries.removeAll(keepingCapacity: true)
        bands.removeAll(keepingCapacity: true)
    }

    /// An original that is nearly the same: of the first band that has one, the oldest.
    package func original(near sketch: Sketch) -> ArticleID? {
        for key in sketch.bandKeys {
            for sequence in (bands[key] ?? []).prefix(Self.mostCandidates) {
                if let entry = entries[sequence], entry.sketch.isNear(sketch) { return entry.id }
            }
        }
        return nil
    }
}
