// Package ocop holds the words and rules of the OCOP programme (Mỗi xã một
// sản phẩm): stars, scores, rounds, decisions, products, producers, results of
// an evaluation, certificates, the conference, and which rules apply on a date.
// It does no input or output and never asks what day it is.
//
// Begin with Result (what a workbook says of one product), RulesOn (the rules
// of a decision's date) and Certificate (what was issued).
package ocop
