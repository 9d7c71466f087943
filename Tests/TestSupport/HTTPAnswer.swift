package import JSON

/// What an HTTP server has answered.
package struct HTTPAnswer {
    package let status: Int
    /// Names in lower case.
    package let headers: [String: String]
    package let body: [UInt8]

    package init(_ bytes: [UInt8]) throws {
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) }) else {
            throw Unfinished()
        }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Unfinished()
        }
        self.status = status
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        self.headers = headers
        body = Array(bytes[(end + 4)...])
    }

    package var isWhole: Bool { headers["content-length"].flatMap { Int($0) }.map { body.count >= $0 } ?? false }

    package var json: JSON? { try? JSONReader.read(body) }
    /// The code of an error.
    package var code: String? { json?["error"]?["code"]?.string }
    package var reason: String? { json?["error"]?["reason"]?.string }

    package struct Unfinished: Error {}
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [Substring] { split(separator: separator) }
}
