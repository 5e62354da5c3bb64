package egov.kiosk.updates.slot;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the two slots stand. Immutable.
 *
 * @param good what runs, and what is gone back to
 * @param trying what is on trial
 * @param tries how many more starts the trial has
 * @param staged what is installed whole and waits for a quiet moment
 * @param floor the highest version that was ever kept
 * @param bad versions that were tried and did not work
 * @param pins what was installed where
 * @param outcome what became of the last trial, e.g. {@code 12 KEPT} or {@code 12 GIVEN_UP tries}
 * @param trouble what a technician must know; empty when nothing
 */
public record SlotState(
    SlotName good,
    Optional<SlotName> trying,
    int tries,
    Optional<SlotName> staged,
    long floor,
    SortedSet<Long> bad,
    Map<SlotName, Pin> pins,
    String outcome,
    String trouble) {
  /** How many starts a trial has. */
  public static final int TRIES = 3;

  private static final int MOST_BAD = 32;

  /** Copies, and keeps only the newest bad versions. */
  public SlotState {
    TreeSet<Long> newest = new TreeSet<>(bad);
    while (newest.size() > MOST_BAD) {
      newest.pollFirst();
    }
    bad = java.util.Collections.unmodifiableSortedSet(newest);
    pins = Map.copyOf(pins);
  }

  /** A machine that was only just installed. */
  public static SlotState first(SlotName good) {
    return new SlotState(
        good, Optional.empty(), 0, Optional.empty(), 0, new TreeSet<>(), Map.of(), "", "");
  }

  /** The version in a slot; 0 when none was ever installed there. */
  public long version(SlotName name) {
    return Optional.ofNullable(pins.get(name)).map(Pin::version).orElse(0L);
  }

  /** A new install is whole. */
  SlotState staging(SlotName name, Pin pin) {
    Map<SlotName, Pin> all = new EnumMap<>(SlotName.class);
    all.putAll(pins);
    all.put(name, pin);
    return new SlotState(
        good, Optional.empty(), 0, Optional.of(name), floor, bad, all, outcome, trouble);
  }

  /** The trial begins. */
  SlotState beginning(SlotName name) {
    return new SlotState(
        good, Optional.of(name), TRIES, Optional.empty(), floor, bad, pins, "", trouble);
  }

  /** One start less. */
  SlotState started() {
    return new SlotState(good, trying, tries - 1, staged, floor, bad, pins, outcome, trouble);
  }

  /** The trial is over and the new version stays. */
  SlotState kept() {
    SlotName name = trying.orElseThrow();
    long version = version(name);
    return new SlotState(
        name,
        Optional.empty(),
        0,
        Optional.empty(),
        Math.max(floor, version),
        bad,
        pins,
        version + " KEPT",
        "");
  }

  /** The trial is over and the version goes. */
  SlotState givenUp(String why) {
    long version = version(trying.orElseThrow());
    SortedSet<Long> more = new TreeSet<>(bad);
    more.add(version);
    return new SlotState(
        good,
        Optional.empty(),
        0,
        Optional.empty(),
        floor,
        more,
        pins,
        version + " GIVEN_UP " + why,
        trouble);
  }

  /** Something else must run than should. */
  SlotState fallingBack(SlotName to, String why) {
    return new SlotState(to, Optional.empty(), 0, Optional.empty(), floor, bad, pins, outcome, why);
  }

  /** What is staged is not whole any more. */
  SlotState unstaged() {
    return new SlotState(good, trying, tries, Optional.empty(), floor, bad, pins, outcome, trouble);
  }

  /** With something a technician must know, or nothing. */
  public SlotState saying(String what) {
    return new SlotState(good, trying, tries, staged, floor, bad, pins, outcome, what);
  }

  /** As it is kept. */
  Map<String, String> lines() {
    Map<String, String> lines = new TreeMap<>();
    lines.put("good", good.word());
    trying.ifPresent(name -> lines.put("trying", name.word()));
    lines.put("tries", Integer.toString(tries));
    staged.ifPresent(name -> lines.put("staged", name.word()));
    lines.put("floor", Long.toString(floor));
    lines.put("bad", String.join(",", bad.stream().map(String::valueOf).toList()));
    pins.forEach((name, pin) -> lines.put("pin." + name.word(), pin.text()));
    lines.put("outcome", outcome);
    lines.put("trouble", trouble);
    return lines;
  }

  /** Reads what {@link #lines} wrote; empty for anything else. */
  static Optional<SlotState> of(Map<String, String> lines) {
    Optional<SlotName> good = SlotName.of(lines.getOrDefault("good", ""));
    String bad = lines.getOrDefault("bad", "");
    String tries = lines.getOrDefault("tries", "");
    String floor = lines.getOrDefault("floor", "");
    boolean whole =
        good.isPresent()
            && tries.matches("[0-9]")
            && floor.matches("[0-9]{1,12}")
            && bad.matches("([0-9]{1,12}(,[0-9]{1,12})*)?");
    if (!whole) {
      return Optional.empty();
    }
    SortedSet<Long> versions = new TreeSet<>();
    for (String version : bad.isEmpty() ? new String[0] : bad.split(",")) {
      versions.add(Long.valueOf(version));
    }
    Map<SlotName, Pin> pins = new EnumMap<>(SlotName.class);
    for (SlotName name : SlotName.values()) {
      Pin.of(lines.getOrDefault("pin." + name.word(), "")).ifPresent(pin -> pins.put(name, pin));
    }
    return Optional.of(
        new SlotState(
            good.get(),
            SlotName.of(lines.getOrDefault("trying", "")),
            Integer.parseInt(tries),
            SlotName.of(lines.getOrDefault("staged", "")),
            Long.parseLong(floor),
            versions,
            pins,
            lines.getOrDefault("outcome", ""),
            lines.getOrDefault("trouble", "")));
  }
}
