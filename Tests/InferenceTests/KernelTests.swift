import CKernels
import Foundation
import Testing

@testable import Inference

@Suite struct KernelTests {
    @Test(arguments: [(1, 4, 1), (5, 64, 33), (12, 90, 96), (13, 31, 64), (25, 384, 40)])
    func `all instructions give the same integers`(_ rows: Int, _ inner: Int, _ columns: Int) {
        var random = Random(state: UInt64(rows))
        // The extremes are the likeliest, since only they could overflow 16 bits.
        let weights = (0..<columns * inner).map { _ in [1, 127, UInt8(1 + random.next() % 127)][Int(random.next() % 3)]
        }
        let (length, width) = (kernel_padded_inner(inner), kernel_padded_columns(columns))
        let values = (0..<rows * length).map { _ in [0, 255, UInt8(random.next() % 256)][Int(random.next() % 3)] }
        var packed = [Int8](repeating: 0, count: length * width)
        var offsets = [Int32](repeating: 0, count: width)
        kernel_pack(weights, columns, inner, &packed, &offsets)
        var expected: [Int32] = []
        for row in 0..<rows {
            for column in 0..<columns {
                expected.append(
                    (0..<inner).reduce(0) { sum, k in
                        let value = Int32(values[row * length + k]) - 128
                        return sum + value * (Int32(weights[column * inner + k]) - 64)
                    }
                )
            }
        }
        let zeros = [Float](repeating: 0, count: width)
        for level in KernelLevel.available {
            var found = [Int32](repeating: 0, count: rows * width)
            var matrix = kernel_matrix()
            packed.withUnsafeBufferPointer { packed in
                offsets.withUnsafeBufferPointer { offsets in
                    zeros.withUnsafeBufferPointer { zeros in
                        matrix.weights = packed.baseAddress
                        matrix.offsets = offsets.baseAddress
                        matrix.scales = zeros.baseAddress
                        matrix.bias = zeros.baseAddress
                        (matrix.inner, matrix.columns) = (inner, columns)
                        kernel_multiply_integers(level.value, &matrix, values, rows, &found)
                    }
                }
            }
            let rowsFound = (0..<rows).flatMap { found[$0 * width..<$0 * width + columns] }
            #expect(rowsFound == expected, "\(level)")
        }
    }

    @Test(arguments: KernelLevel.available)
    func `values are rounded half to even, and the largest is 127 steps`(_ level: KernelLevel) {
        let values: [Float] = [127, -127, 0.5, 1.5, -0.5, -2.5, 63.49, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
        var bytes = [UInt8](repeating: 0, count: 2 * kernel_padded_inner(18))
        var scales: [Float] = [0, 0]
        kernel_quantize(level.value, values + values.map { $0 * 0 }, 18, 2, 18, &bytes, &scales)
        #expect(scales[0] == 1)
        #expect(bytes[..<8].map { Int($0) - 128 } == [127, -127, 0, 2, 0, -2, 63, 0])
        #expect(bytes[8..<18].map { Int($0) - 128 } == Array(1...10))
        #expect(bytes[20..<38].allSatisfy { $0 == 128 })
    }

    @Test(arguments: KernelLevel.available)
    func `a softmax is right to six digits`(_ level: KernelLevel) {
        for count in [1, 3, 16, 37] {
            var values: [Float] = []
            for index in 0..<count { values.append(Float(index * 7 % 11) - (index % 2 == 0 ? 0 : 30)) }
            let powers: [Double] = values.map { Foundation.exp(Double($0)) }
            let sum: Double = powers.reduce(0, +)
            kernel_softmax(level.value, &values, count)
            for (found, power) in zip(values, powers) { #expect(abs(Double(found) - power / sum) < 1e-6) }
        }
    }

    @Test(arguments: KernelLevel.available)
    func `the GELU is right to 1e-6 of the value and of 1`(_ level: KernelLevel) {
        for x in stride(from: Float(-9), through: 9, by: 0.01) {
            var found: Float = 0
            kernel_multiply_floats(level.value, [1], [0], 1, 1, [x], 1, 1, &found, 1, 1)
            let wide = Double(x)
            let expected: Double = wide / 2 * (1 + Foundation.erf(wide / 2.0.squareRoot()))
            #expect(abs(Double(found) - expected) < 1e-6 * max(1, abs(wide)), "\(x)")
        }
    }
}
