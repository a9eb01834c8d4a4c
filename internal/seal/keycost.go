package seal

import (
	"encoding/asn1"
	"errors"
	"fmt"
)

// maxIterations bounds what a foreign key file may ask the computer to do.
const maxIterations = 10_000_000

// affordable reads the PBKDF2 parameters ahead of the library, which would
// run any number of rounds.
func affordable(der []byte) error {
	type algorithm struct {
		ID     asn1.ObjectIdentifier
		Params asn1.RawValue `asn1:"optional"`
	}
	var outer struct {
		Scheme algorithm
		Data   []byte
	}
	var pbes2 struct{ KDF, Cipher algorithm }
	var pbkdf2 struct {
		Salt   []byte
		Rounds int
		Length int       `asn1:"optional"`
		PRF    algorithm `asn1:"optional"`
	}
	if _, err := asn1.Unmarshal(der, &outer); err != nil {
		return fmt.Errorf("read key file: %w", err)
	}
	if _, err := asn1.Unmarshal(outer.Scheme.Params.FullBytes, &pbes2); err != nil {
		return fmt.Errorf("read key file scheme: %w", err)
	}
	if !pbes2.KDF.ID.Equal(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 12}) {
		return errors.New("key file does not use PBKDF2")
	}
	if _, err := asn1.Unmarshal(pbes2.KDF.Params.FullBytes, &pbkdf2); err != nil {
		return fmt.Errorf("read key file rounds: %w", err)
	}
	if pbkdf2.Rounds < 1 || pbkdf2.Rounds > maxIterations {
		return fmt.Errorf("key file asks for %d rounds", pbkdf2.Rounds)
	}
	return nil
}
