package egov.kiosk.domain.transaction;

/**
 * An electronic licence that stands in for a paper (免证办).
 *
 * @param material the material's id
 * @param type the licence's type, as the item names it
 * @param sm3 SM3 of the licence's file at the platform, 64 hexadecimal digits in lower case
 */
public record LicenceProof(String material, String type, String sm3) {
  public LicenceProof {
    if (!material.matches("[a-z0-9-]{1,32}") || !type.matches("[A-Za-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("a licence stands for a material and has a type");
    }
    if (!sm3.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a licence has an SM3 digest");
    }
  }
}
