/// A half-open range of Unicode scalars (code points) of an article's `text`, counted as Python and spaCy count.
package struct ScalarSpan: Hashable, Sendable, Comparable {
    /// The first scalar inside, from 0.
    package var start: Int
    /// The first scalar after the span; never less than `start`.
    package var end: Int

    /// - Precondition: `0 <= start <= end`.
    package init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "not a span: \(start)..<\(end)")
        self.start = start
        self.end = end
    }

    package init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

    package var count: Int { end - start }
    package var isEmpty: Bool { start == end }
    package var range: Range<Int> { start..<end }

    package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    package func contains(_ other: Self) -> Bool { start <= other.start && other.end <= end }
    package func overlaps(_ other: Self) -> Bool { start < other.end && other.start < end }

    package static func < (left: Self, right: Self) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

/// A text with random access to its Unicode scalars, made once and shared by all who need offsets.
package struct ScalarText: Sendable {
    package let scalars: [Unicode.Scalar]

    package init(_ text: String) { scalars = Array(text.unicodeScalars) }

    package var count: Int { scalars.count }

    /// The text of `span`. - Precondition: the span lies inside the text.
    package subscript(span: ScalarSpan) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[span.range])
        return String(view)
    }
}
