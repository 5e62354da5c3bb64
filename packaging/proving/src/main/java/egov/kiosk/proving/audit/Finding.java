package egov.kiosk.proving.audit;

import java.util.ArrayList;
import java.util.List;

/** What one audit found; every number but {@code delivered} counts once for each message. */
public final class Finding {
  /** Accepted, and the platform has it, since the audit before. */
  long delivered;

  /** Never told to be accepted, and the platform has it: sent all the same, which is harmless. */
  long unannounced;

  /** Accepted, waits in the queue. */
  long pending;

  /** Never told to be accepted, waits in the queue. */
  long unsettled;

  /** Came to the platform while the audit was under way, though nothing waited before it. */
  long late;

  /** Accepted, refused or altered, visible as a dead letter. */
  long dead;

  /** Accepted, its bytes destroyed on the disk, named by the queue as missing. */
  long destroyed;

  /** Accepted, and nowhere. */
  long lost;

  /** Taken more than once by the platform. */
  long doubled;

  /** Taken before one of the same order key that was accepted earlier. */
  long disordered;

  final List<String> complaints = new ArrayList<>();

  Finding() {}

  /** Notes something else that must not be. */
  public void complain(String what) {
    complaints.add(what);
  }

  /** Counts a message that got lost elsewhere. */
  public void lost(String how) {
    lost++;
    complaints.add("lost: " + how);
  }

  /** Counts a message that was doubled elsewhere. */
  public void doubled(String how) {
    doubled++;
    complaints.add("doubled: " + how);
  }

  public long delivered() {
    return delivered;
  }

  public long unannounced() {
    return unannounced;
  }

  public long pending() {
    return pending;
  }

  /** Messages that moved, or could have, though the queue had said that nothing waits. */
  public long restless() {
    return unsettled + late;
  }

  public long dead() {
    return dead;
  }

  public long destroyed() {
    return destroyed;
  }

  public long lost() {
    return lost;
  }

  public long doubled() {
    return doubled;
  }

  public long disordered() {
    return disordered;
  }

  /** One line for each thing that must not be. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }
}
