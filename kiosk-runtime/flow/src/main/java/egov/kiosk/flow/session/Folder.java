package egov.kiosk.flow.session;

import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.ServiceItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The papers of one session: pictures in RAM, overwritten as soon as they are not needed. Guarded
 * by the desk's lock.
 */
public final class Folder {
  /** What fits the kiosk's memory beside everything else: 12 pages of at most 2 MiB. */
  static final int MOST_PAGES = 12;

  private final List<Shot> kept = new ArrayList<>();
  private final Set<String> later = new HashSet<>();
  private Shot fresh;

  /** The picture just taken, if it is not kept yet. */
  public Optional<Shot> fresh() {
    return Optional.ofNullable(fresh);
  }

  /** The picture just taken; the one before it is wiped. */
  public void fresh(Shot taken) {
    drop();
    fresh = taken;
  }

  /** Lets go of the picture just taken. */
  public void drop() {
    if (fresh != null) {
      fresh.close();
    }
    fresh = null;
  }

  /** Keeps the picture just taken; then its paper is not brought later. */
  public void keep() {
    if (fresh != null) {
      kept.add(fresh);
      later.remove(fresh.material());
      fresh = null;
    }
  }

  /** The pages of a paper, in the order they were kept. */
  public List<Shot> of(Material material) {
    return kept.stream().filter(shot -> shot.material().equals(material.id())).toList();
  }

  /** Whether one more page may be taken. */
  public boolean room() {
    return kept.size() < MOST_PAGES;
  }

  /** Whether this paper can have another page. */
  public boolean room(Material material) {
    return room() && of(material).size() < material.maxPages();
  }

  /** A picture by its key. */
  public Optional<Shot> find(String key) {
    return Stream.concat(kept.stream(), Stream.ofNullable(fresh))
        .filter(shot -> shot.key().equals(key))
        .findFirst();
  }

  /** Takes a kept picture out and wipes it; an unknown key changes nothing. */
  public void remove(String key) {
    kept.removeIf(
        shot -> {
          boolean meant = shot.key().equals(key);
          if (meant) {
            shot.close();
          }
          return meant;
        });
  }

  /** The citizen brings the paper to the counter; what was photographed of it is let go. */
  public void bringLater(Material material) {
    of(material).forEach(shot -> remove(shot.key()));
    if (fresh != null && fresh.material().equals(material.id())) {
      drop();
    }
    later.add(material.id());
  }

  /** The citizen has it here after all. */
  public void notLater(Material material) {
    later.remove(material.id());
  }

  /** Whether the citizen brings this paper another time. */
  public boolean isLater(Material material) {
    return later.contains(material.id());
  }

  /** Whether the citizen did anything about any paper. */
  public boolean begun() {
    return !kept.isEmpty() || !later.isEmpty();
  }

  /** Whether every required paper is there, stood for by a licence, or will be brought. */
  public boolean complete(ServiceItem item, Retrieved licences) {
    return item.materials().stream().allMatch(material -> settled(material, licences));
  }

  private boolean settled(Material material, Retrieved licences) {
    return !material.required()
        || isLater(material)
        || licences.spares(material)
        || !of(material).isEmpty();
  }

  /** A licence stands in for the paper; what was photographed of it is let go. */
  public void spare(Material material) {
    of(material).forEach(shot -> remove(shot.key()));
    later.remove(material.id());
  }

  /** The pictures are on their way; how many there were is still known. */
  void overwrite() {
    drop();
    kept.forEach(Shot::close);
  }

  void wipe() {
    overwrite();
    kept.clear();
    later.clear();
  }
}
