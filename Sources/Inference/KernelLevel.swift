internal import CKernels

/// Which instructions the arithmetic uses. All give the same integers.
package enum KernelLevel: String, CaseIterable, Sendable {
    /// On any processor.
    case portable
    case avx2 = "AVX2"
    case avxVNNI = "AVX-VNNI"
    case avx512VNNI = "AVX-512 VNNI"

    /// The best that this processor and its system have.
    package static let best = Self(kernel_best_level())

    /// All that this processor can run.
    package static var available: [Self] {
        switch best {
        case .portable: [.portable]
        case .avx2: [.portable, .avx2]
        case .avxVNNI: [.portable, .avx2, .avxVNNI]
        // Processors with AVX-512 VNNI need not have the other.
        case .avx512VNNI: [.portable, .avx2, .avx512VNNI]
        }
    }

    private init(_ level: kernel_level) {
        self =
            switch level {
            case KERNEL_AVX512_VNNI: .avx512VNNI
            case KERNEL_AVX_VNNI: .avxVNNI
            case KERNEL_AVX2: .avx2
            default: .portable
            }
    }

    var value: kernel_level {
        switch self {
        case .portable: KERNEL_PORTABLE
        case .avx2: KERNEL_AVX2
        case .avxVNNI: KERNEL_AVX_VNNI
        case .avx512VNNI: KERNEL_AVX512_VNNI
        }
    }
}
