internal import HTTPTypes
internal import Hummingbird
internal import TextEncoding

/// In which form a submission comes.
enum MediaType: Hashable {
    case text, html, json

    /// As submissions name it.
    var name: String {
        switch self {
        case .text: "text/plain"
        case .html: "text/html"
        case .json: "application/json"
        }
    }

    /// Reads `Content-Type` and `Content-Encoding`.
    ///
    /// - Throws: ``HTTPFault`` 415.
    init(_ headers: HTTPFields) throws(HTTPFault) {
        let coding = headers[.contentEncoding]?.lowercased() ?? "identity"
        guard coding == "identity" else {
            throw HTTPFault(.unsupportedMediaType, "bad_coding", "send the body without Content-Encoding")
        }
        guard let header = headers[.contentType] else {
            throw HTTPFault(.unsupportedMediaType, "no_content_type", "send a Content-Type: \(Self.choices)")
        }
        let parts = header.split(separator: ";").map { $0.trimmed.lowercased() }
        switch parts.first {
        case "text/plain": self = .text
        case "text/html", "application/xhtml+xml": self = .html
        case "application/json": self = .json
        default:
            let reason = "the Content-Type is none of \(Self.choices)"
            throw HTTPFault(.unsupportedMediaType, "bad_content_type", reason)
        }
    }

    /// The `charset` that `Content-Type` names; `nil` where it names none.
    ///
    /// - Throws: ``HTTPFault`` 415 for one that is not known, and with JSON for any but UTF-8.
    func charset(_ headers: HTTPFields) throws(HTTPFault) -> String? {
        let parts = (headers[.contentType] ?? "").split(separator: ";").map { $0.trimmed.lowercased() }
        guard let part = parts.dropFirst().first(where: { $0.hasPrefix("charset=") }) else { return nil }
        let charset = part.dropFirst(8).filter { $0 != "\"" }
        let isKnown =
            self == .json
            ? ["utf-8", "utf8", "us-ascii", "ascii"].contains(charset) : DecodedText.knows(charset: charset)
        guard isKnown else {
            let reason = "this charset is not taken; convert the body, for example with iconv, and say charset=utf-8"
            throw HTTPFault(.unsupportedMediaType, "bad_charset", reason)
        }
        return charset
    }

    private static let choices = "text/plain, text/html or application/json"
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return start[...end]
    }
}
