package egov.kiosk.fieldwork.store;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A store as a desk may see it: from the moment a wipe is begun nothing can be read or written any
 * more, however long it takes until everything has gone.
 */
public final class ClosedWhileWiping implements FieldStore {
  private final FieldStore store;

  public ClosedWhileWiping(FieldStore store) {
    this.store = store;
  }

  private FieldStore open() throws FieldException {
    if (store.wiping()) {
      throw new FieldException(Reason.WIPED, "field work: this tablet was wiped");
    }
    return store;
  }

  @Override
  public List<String> ids(Shelf shelf) throws FieldException {
    return open().ids(shelf);
  }

  @Override
  public Optional<byte[]> get(Shelf shelf, String id) throws FieldException {
    return open().get(shelf, id);
  }

  @Override
  public void put(Shelf shelf, String id, byte[] content) throws FieldException {
    open().put(shelf, id, content);
  }

  @Override
  public void remove(Shelf shelf, String id) throws FieldException {
    open().remove(shelf, id);
  }

  @Override
  public void beginWipe() throws FieldException {
    store.beginWipe();
  }

  @Override
  public boolean wiping() {
    return store.wiping();
  }

  @Override
  public void clear(Set<Shelf> shelves) throws FieldException {
    open().clear(shelves);
  }

  @Override
  public void endWipe() throws FieldException {
    store.endWipe();
  }
}
