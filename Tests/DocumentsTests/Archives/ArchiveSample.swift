import CZlib

/// A web archive for a test, record by record.
struct ArchiveSample {
    /// One for each record.
    private(set) var records: [[UInt8]] = []

    mutating func add(_ type: String, uri: String = "http://paper.example/a", _ content: some Sequence<UInt8>) {
        let content = Array(content)
        let head = """
            WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nWARC-Date: 2031-03-05T10:00:00Z\r\n\
            Content-Type: application/http; msgtype=\(type)\r\nContent-Length: \(content.count)\r\n\r\n
            """
        records.append(Array(head.utf8) + content + Array("\r\n\r\n".utf8))
    }

    mutating func addPage(
        uri: String = "http://paper.example/a",
        status: String = "200 OK",
        head: String = "Content-Type: text/html; charset=utf-8",
        _ body: some Sequence<UInt8>
    ) {
        add("response", uri: uri, Array("HTTP/1.1 \(status)\r\n\(head)\r\n\r\n".utf8) + Array(body))
    }

    var plain: [UInt8] { records.flatMap { $0 } }
    /// A gzip member for each record, as Common Crawl has it.
    var gzipped: [UInt8] { records.flatMap(Gzip.compress) }
    /// One gzip member for the whole file.
    var gzippedWhole: [UInt8] { Gzip.compress(plain) }
}

enum Gzip {
    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        czlib_deflate_init(&stream, 6)
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + 1024)
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
                deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(output.count - Int(stream.avail_out)))
    }
}
