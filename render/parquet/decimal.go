package parquet

import (
	"fmt"
	"math/big"
	"strings"

	"jxmb/render/flat"
)

// decimalBytes hold 38 digits and their sign.
const decimalBytes = 16

// unscaled is a number times 10^Scale as a big-endian two's complement, which is
// how DECIMAL is stored in FIXED_LEN_BYTE_ARRAY.
func unscaled(number string) ([]byte, error) {
	whole, fraction, _ := strings.Cut(number, ".")
	if len(fraction) > flat.Scale {
		return nil, fmt.Errorf("%q has more than %d decimals", number, flat.Scale)
	}
	n, ok := new(big.Int).SetString(whole+fraction+strings.Repeat("0", flat.Scale-len(fraction)), 10)
	if !ok {
		return nil, fmt.Errorf("%q is no decimal number", number)
	}
	if n.Sign() < 0 {
		n.Add(n, new(big.Int).Lsh(big.NewInt(1), 8*decimalBytes))
	}
	return n.FillBytes(make([]byte, decimalBytes)), nil
}
