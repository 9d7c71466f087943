import Article
import Documents
import Foundation
import Testing

/// A file of one page with a line of text.
private func pdf(_ text: String) -> [UInt8] {
    let content = "BT /F1 12 Tf 72 720 Td (\(text)) Tj ET"
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
        offsets.append(file.utf8.count)
        file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 6\n0000000000 65535 f \n"
    for offset in offsets { file += String(format: "%010d 00000 n \n", offset) }
    return Array("\(file)trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
}

private let isInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext")
}

struct `A PDF file` {
    @Test(.enabled(if: isInstalled, "pdftotext is not installed"))
    func `is read as its text, whatever its name`() throws {
        let reader = DocumentReader(paths: ["-"], input: ByteInput(pdf("The dam is old.")))
        let submission = try #require(try reader.next()?.get()).submission
        #expect(submission.content.trimmingCharacters(in: .whitespacesAndNewlines) == "The dam is old.")
        #expect(submission.contentType == "text/plain")
    }

    @Test func `that is damaged, or can't be read for want of a program, is an error`() throws {
        let error = #expect(throws: DocumentError.self) {
            try DocumentReader(paths: ["-"], input: ByteInput(Array("%PDF-1.7\nnothing".utf8))).next()?.get()
        }
        #expect([.damaged, .unsupported].contains(error?.code))
    }

    @Test func `is not an EPUB book, which is refused`() throws {
        let book = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + Array("mimetypeapplication/epub+zip".utf8)
        let error = #expect(throws: DocumentError.self) {
            try DocumentReader(paths: ["-"], input: ByteInput(book)).next()?.get()
        }
        #expect(error?.code == .unsupported)
    }
}
