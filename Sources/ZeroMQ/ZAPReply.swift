/// The frames that answer a ZAP request (ZeroMQ RFC 27).
enum ZAPReply {
    /// A status text, user id or property name is at most 255 bytes (RFC 27, RFC 23).
    private static let maximumTextSize = 255
    /// Room for properties: more than libzmq's own, and few enough for any handshake.
    private static let maximumMetadataSize = 8192

    static func encode(_ decision: ZAPDecision, id: [UInt8]) -> Multipart {
        switch decision {
        case .allow(let userID, let metadata):
            guard userID.utf8.count <= maximumTextSize, !userID.utf8.contains(0), let properties = encode(metadata)
            else {
                return frames(id, 500, "user id or metadata too large", "", [])
            }
            return frames(id, 200, "OK", userID, properties)
        case .deny(let code, let text):
            return frames(id, code.rawValue, text.isEmpty ? "refused" : text, "", [])
        }
    }

    static func malformed(id: [UInt8]) -> Multipart { frames(id, 500, "malformed request", "", []) }

    private static func frames(
        _ id: [UInt8],
        _ status: Int,
        _ text: String,
        _ userID: String,
        _ metadata: [UInt8]
    ) -> Multipart {
        Multipart(
            copying: Array("1.0".utf8),
            id,
            Array("\(status)".utf8),
            Array(text.utf8.prefix(maximumTextSize)),
            Array(userID.utf8),
            metadata
        )
    }

    /// ZMTP metadata (RFC 23): each name with a length of one byte, each value with one of four, network order.
    private static func encode(_ metadata: [String: String]) -> [UInt8]? {
        var bytes: [UInt8] = []
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) {
            guard !name.isEmpty, name.utf8.count <= maximumTextSize, name.utf8.allSatisfy(isNameCharacter),
                value.utf8.count <= maximumMetadataSize
            else { return nil }
            bytes.append(UInt8(name.utf8.count))
            bytes += name.utf8
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value.utf8.count >> shift)) }
            bytes += value.utf8
        }
        return bytes.count <= maximumMetadataSize ? bytes : nil
    }

    /// RFC 23: a letter, a digit, or one of `-_.+`.
    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"): true
        default: false
        }
    }
}
