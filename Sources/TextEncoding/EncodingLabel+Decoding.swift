#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

extension EncodingLabel {
    /// Decodes bytes; those that are no text become U+FFFD, one for each run of them.
    func decode(_ bytes: [UInt8], _ evidence: DecodedText.Evidence) -> DecodedText {
        let (output, faults) = converted(bytes) ?? (bytes, 0)
        return DecodedText(
            text: String(decoding: output, as: UTF8.self),
            encoding: name,
            evidence: evidence,
            faults: faults
        )
    }

    /// The bytes as UTF-8, and how many were no text; `nil` where the C library has no such encoding.
    private func converted(_ bytes: [UInt8]) -> ([UInt8], Int)? {
        let converter = iconv_open("UTF-8", self.converter)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var faults = 0
        var wasFault = false
        input.withUnsafeMutableBytes { input in
            var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 16) { buffer in
                while left > 0 {
                    var target = buffer.baseAddress
                    var room = buffer.count
                    let before = left
                    let status = iconv(converter, &source, &left, &target, &room)
                    output.append(contentsOf: UnsafeRawBufferPointer(buffer).prefix(buffer.count - room))
                    if left < before { wasFault = false }
                    // E2BIG asks for another round.
                    guard status == -1, errno != E2BIG else { continue }
                    if !wasFault { output.append(contentsOf: "\u{FFFD}".utf8) }
                    wasFault = true
                    faults += 1
                    source = source.map { $0 + 1 }
                    left -= 1
                }
            }
        }
        return (output, faults)
    }
}
