package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestKeyId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** What the queue has to do with the kiosk's data keys. Safe for use by several threads. */
public final class Keys {
  /** The store's name among those that use data keys. */
  public static final String STORE = "outbox";

  private static final int WITHOUT = 2;

  private final RestBox rest;

  public Keys(RestBox rest) {
    this.rest = rest;
  }

  /** Refuses to go on while the keys cannot be had. */
  public void requireThere() throws OutboxException {
    try {
      rest.current();
    } catch (RestException e) {
      throw refused(e);
    }
  }

  /**
   * Refuses a file whose keys this kiosk does not have, and one from before there were keys when
   * this kiosk has sealed its queue already.
   *
   * @return false when the file names keys that no row of it is under: then that is damaged
   * @throws OutboxException {@code IO}, with everything untouched
   */
  boolean fit(Connection connection, int version) throws SQLException, OutboxException {
    if (version > 0 && version <= WITHOUT && used()) {
      throw new OutboxException(
          Reason.IO,
          "the queue file is of an older program, but this kiosk has sealed its queue since:"
              + " somebody put it there; put back the right one, or move it away");
    }
    if (version <= WITHOUT || unknown(KeysInUse.read(connection)).isEmpty()) {
      return true;
    }
    Set<RestKeyId> used = new HashSet<>();
    try {
      KeysInUse.addFromRows(connection, used);
    } catch (SQLException e) {
      if (!StoreFault.damaged(e)) {
        throw e;
      }
    }
    requireKnown(used);
    return false;
  }

  private Set<RestKeyId> unknown(Set<RestKeyId> keys) throws OutboxException {
    try {
      Set<RestKeyId> unknown = new HashSet<>();
      for (RestKeyId key : keys) {
        if (!rest.knows(key)) {
          unknown.add(key);
        }
      }
      return unknown;
    } catch (RestException e) {
      throw refused(e);
    }
  }

  /** Refuses keys that this kiosk does not have. */
  public void requireKnown(Set<RestKeyId> keys) throws OutboxException {
    for (RestKeyId key : unknown(keys)) {
      throw new OutboxException(
          Reason.IO,
          "the queue is sealed under data key "
              + key
              + ", which this kiosk does not have; it is left as it is: put back the data keys that"
              + " belong to it, or, if they are lost, run kiosk outbox salvage --without-keys");
    }
  }

  /** Whether this kiosk has sealed its queue before. */
  public boolean used() throws OutboxException {
    try {
      return rest.used(STORE);
    } catch (RestException e) {
      throw refused(e);
    }
  }

  /** Whether there are keys that go as soon as nobody uses them. */
  public boolean former() throws OutboxException {
    try {
      return rest.former();
    } catch (RestException e) {
      throw refused(e);
    }
  }

  /** The key in use now. */
  public RestKeyId current() throws OutboxException {
    try {
      return rest.current();
    } catch (RestException e) {
      throw refused(e);
    }
  }

  /** Tells what the file uses, which is all there is. */
  public void tell(Set<RestKeyId> keys) throws OutboxException {
    try {
      rest.using(STORE, keys);
    } catch (RestException e) {
      throw refused(e);
    }
  }

  private static OutboxException refused(RestException e) {
    return new OutboxException(Reason.IO, "the data keys cannot be had: " + e.getMessage(), e);
  }
}
