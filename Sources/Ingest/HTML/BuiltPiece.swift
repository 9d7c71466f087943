/// A piece of a page, with what its place says apart from what its elements say.
struct BuiltPiece {
    var text: [UInt8]
    var shape: PieceHint
    var isAside: Bool

    /// Whether nearly all text of a page is beside its article, so that the elements can't be trusted: pages exist that
    /// are one form, or that never close their navigation.
    static func areMostlyAside(_ pieces: [BuiltPiece]) -> Bool {
        var aside = 0
        var rest = 0
        for piece in pieces {
            if piece.isAside { aside += piece.text.count } else { rest += piece.text.count }
        }
        // Less than a short paragraph, and far less than there is beside it.
        return rest < 200 && rest * 4 < aside
    }

    func hint(isAsideOnly: Bool) -> PieceHint {
        guard isAside, !isAsideOnly else { return shape }
        if case .heading(let level) = shape { return .aside(heading: level) }
        return .aside(heading: nil)
    }
}
