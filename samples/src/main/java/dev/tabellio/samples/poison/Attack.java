package dev.tabellio.samples.poison;

/**
 * What an attacker wants.
 *
 * @param pointer JSON pointer of the field
 * @param value that is to be read, normalised
 * @param printed the value as the words have it
 * @param words of the attack
 */
public record Attack(String pointer, String value, String printed, String words) {}
