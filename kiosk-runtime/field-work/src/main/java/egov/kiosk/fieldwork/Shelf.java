package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.fieldwork.store.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Things of one kind, read and written. */
final class Shelf<T> {
  private final FieldStore store;
  private final FieldStore.Shelf shelf;
  private final Function<T, String> id;
  private final Function<T, Fields> writer;
  private final Function<Fields, T> reader;

  Shelf(
      FieldStore store,
      FieldStore.Shelf shelf,
      Function<T, String> id,
      Function<T, Fields> writer,
      Function<Fields, T> reader) {
    this.store = store;
    this.shelf = shelf;
    this.id = id;
    this.writer = writer;
    this.reader = reader;
  }

  Optional<T> find(String name) throws FieldException {
    Optional<byte[]> bytes = store.get(shelf, name);
    return bytes.isEmpty() ? Optional.empty() : Optional.of(Fields.read(bytes.get(), reader));
  }

  T get(String name) throws FieldException {
    return find(name)
        .orElseThrow(() -> new FieldException(Reason.NOT_FOUND, "there is no such " + shelf));
  }

  /** All that can be read; what was altered is left where it is and counted by {@link #damaged}. */
  List<T> all() throws FieldException {
    List<T> all = new ArrayList<>();
    for (String name : store.ids(shelf)) {
      try {
        find(name).ifPresent(all::add);
      } catch (FieldException e) {
        if (e.reason() != Reason.DAMAGED) {
          throw e;
        }
      }
    }
    return all;
  }

  int damaged() throws FieldException {
    return store.ids(shelf).size() - all().size();
  }

  void put(T thing) throws FieldException {
    store.put(shelf, id.apply(thing), writer.apply(thing).bytes());
  }

  void remove(String name) throws FieldException {
    store.remove(shelf, name);
  }
}
