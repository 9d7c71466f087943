/// Whether a YAML text may use anchors and aliases, by which a file of a hundred bytes stands for gigabytes.
///
/// The YAML library compares the keys of a mapping by their whole content, so that one alias as a key can take hours; and
/// no list of targets needs any.
enum AliasSyntax {
    /// Whether the text has both what looks like an anchor (`&name`) and what looks like an alias (`*name`). Either alone
    /// does no harm and is left to the library. In comments and quotations both count as well; `A & B` and `AT&T` are no
    /// anchors.
    static func isIn(_ yaml: String) -> Bool {
        var (anchor, alias) = (false, false)
        var (previous, current) = (UInt8(ascii: "\n"), UInt8(ascii: "\n"))
        for next in yaml.utf8 {
            if !isWord(previous), isWord(next) {
                if current == UInt8(ascii: "&") { anchor = true }
                if current == UInt8(ascii: "*") { alias = true }
            }
            (previous, current) = (current, next)
        }
        return anchor && alias
    }

    /// What the library takes for a part of an anchor's name.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
            true
        default: byte == UInt8(ascii: "-")
        }
    }
}
