package egov.kiosk.domain.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A household (户) as this tablet knows it: the platform's newest version, and beside it what the
 * worker changed and the platform has not taken over yet. Nothing of either is lost before the
 * worker, or the platform by agreeing, lets go of one. Immutable; shows no field.
 *
 * @param id the platform's name of it
 * @param grid where it lies
 * @param revision of the platform's version, rising
 * @param platform the platform's version, by field
 * @param mine what the worker changed, by field
 */
public record Household(
    FieldId id,
    GridCell grid,
    long revision,
    Map<String, String> platform,
    Map<String, Change> mine) {
  /** The field with the address. */
  public static final String ADDRESS = "address";

  /** The field that says how the dwelling is used. */
  public static final String USE = "use";

  /** The field with the worker's remark. */
  public static final String NOTE = "note";

  /**
   * A field the worker changed.
   *
   * @param value what it was changed to
   * @param base what it was before, as the worker saw it
   */
  public record Change(String value, String base) {
    public Change {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(base, "base");
    }

    @Override
    public String toString() {
      return "Change";
    }
  }

  /**
   * A field that worker and platform changed to different things (冲突).
   *
   * @param field which
   * @param mine the worker's version
   * @param platform the platform's
   */
  public record Conflict(String field, String mine, String platform) {
    @Override
    public String toString() {
      return "Conflict[" + field + "]";
    }
  }

  public Household {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(grid, "grid");
    platform = Map.copyOf(platform);
    mine = Map.copyOf(mine);
  }

  /**
   * Every field as the worker sees it: the worker's own word, but the platform's where they differ.
   */
  public Map<String, String> shown() {
    Map<String, String> shown = new TreeMap<>(platform);
    mine.forEach(
        (field, change) -> {
          if (!differs(field, change)) {
            shown.put(field, change.value());
          }
        });
    return shown;
  }

  /** What is to be decided, in order of the fields. */
  public List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    new TreeMap<>(mine)
        .forEach(
            (field, change) -> {
              if (differs(field, change)) {
                conflicts.add(
                    new Conflict(field, change.value(), platform.getOrDefault(field, "")));
              }
            });
    return conflicts;
  }

  private boolean differs(String field, Change change) {
    String theirs = platform.getOrDefault(field, "");
    return !theirs.equals(change.base()) && !theirs.equals(change.value());
  }

  /** The same after the platform sent a newer version; an older one changes nothing. */
  public Household newer(long newRevision, Map<String, String> version) {
    if (newRevision <= revision) {
      return this;
    }
    Household next = new Household(id, grid, newRevision, version, mine);
    return next.keeping((field, change) -> !change.value().equals(version.getOrDefault(field, "")));
  }

  /** The same with fields the worker changed; each keeps the base it was changed from first. */
  public Household changed(Map<String, Change> changes) {
    Map<String, Change> all = new LinkedHashMap<>(mine);
    changes.forEach(
        (field, change) -> {
          Change former = mine.get(field);
          boolean open = former != null && !differs(field, former);
          all.put(field, open ? new Change(change.value(), former.base()) : change);
        });
    return new Household(id, grid, revision, platform, all)
        .keeping((field, change) -> !change.value().equals(platform.getOrDefault(field, "")));
  }

  /** The same after the worker let the platform's version of a field stand. */
  public Household yielding(String field) {
    return keeping((name, change) -> !name.equals(field));
  }

  /** The same after the worker stood by their own version of a field, knowing the platform's. */
  public Household insisting(String field, String value) {
    Map<String, Change> all = new LinkedHashMap<>(mine);
    all.put(field, new Change(value, platform.getOrDefault(field, "")));
    return new Household(id, grid, revision, platform, all);
  }

  private Household keeping(java.util.function.BiPredicate<String, Change> which) {
    Map<String, Change> kept = new LinkedHashMap<>();
    mine.forEach(
        (field, change) -> {
          if (which.test(field, change)) {
            kept.put(field, change);
          }
        });
    return new Household(id, grid, revision, platform, kept);
  }

  @Override
  public String toString() {
    return "Household[" + id + " " + revision + "]";
  }
}
