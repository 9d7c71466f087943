import TextEncoding

extension Door {
    /// Bytes that are to become text. The first says what is said of them.
    package static let encoding = Door("encoding", longest: 4_000) { bytes throws(BrokenRule) in
        let labels: [String?] = [
            nil, "utf-8", "latin1", "shift_jis", "iso-2022-jp", "gb18030", "big5", "euc-kr", "utf-16", "x",
        ]
        let choice = Int(bytes.first ?? 0)
        let content = Array(bytes.dropFirst())
        let decoded = DecodedText.decode(content, charset: labels[choice % labels.count], isHTML: choice & 0x80 != 0)
        // No encoding has more than three bytes of UTF-8 for one of its own, and no fault becomes more.
        try require(decoded.text.utf8.count <= 3 * content.count + 64, "\(decoded.text.utf8.count) bytes of text")
        try require((0...content.count).contains(decoded.faults), "\(decoded.faults) faults")
        let again = DecodedText.decode(Array(decoded.text.utf8), isHTML: false)
        // Unless it begins with a mark of its own, text in UTF-8 is read as it is.
        let isMarked = decoded.text.unicodeScalars.first == "\u{FEFF}"
        try require(isMarked || again.text == decoded.text, "text that is read anew as another")
    }
}
