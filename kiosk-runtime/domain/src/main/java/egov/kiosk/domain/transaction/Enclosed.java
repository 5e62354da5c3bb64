package egov.kiosk.domain.transaction;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a transaction carries besides its form.
 *
 * @param enclosures what is sent beside it, names unique
 * @param broughtLater ids of the materials the citizen will bring to the counter (容缺)
 * @param assent how the citizen stood for it, where the item asks for that
 * @param licences electronic licences in place of papers, each material once
 */
public record Enclosed(
    List<Enclosure> enclosures,
    List<String> broughtLater,
    Optional<Assent> assent,
    List<LicenceProof> licences) {
  /** Nothing. */
  public static final Enclosed NOTHING = new Enclosed(List.of(), List.of(), Optional.empty());

  /** The most that is sent beside one transaction. */
  public static final int MOST = 32;

  public Enclosed {
    enclosures = List.copyOf(enclosures);
    broughtLater = List.copyOf(broughtLater);
    Objects.requireNonNull(assent, "assent");
    licences = List.copyOf(licences);
    if (licences.stream().map(LicenceProof::material).distinct().count() != licences.size()
        || licences.size() > MOST) {
      throw new IllegalArgumentException("one licence at most stands for a material");
    }
    if (enclosures.size() > MOST || broughtLater.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " enclosures");
    }
    if (new HashSet<>(enclosures.stream().map(Enclosure::name).toList()).size()
        != enclosures.size()) {
      throw new IllegalArgumentException("enclosures have names of their own");
    }
    if (!broughtLater.stream().allMatch(id -> id.matches("[a-z0-9-]{1,32}"))) {
      throw new IllegalArgumentException("what is brought later is named by its material's id");
    }
  }

  /** Without licences. */
  public Enclosed(List<Enclosure> enclosures, List<String> broughtLater, Optional<Assent> assent) {
    this(enclosures, broughtLater, assent, List.of());
  }
}
