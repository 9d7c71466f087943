// Foundation would cost start-up time for two functions of the C library.
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

func exponential(_ value: Double) -> Double { exp(value) }

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
