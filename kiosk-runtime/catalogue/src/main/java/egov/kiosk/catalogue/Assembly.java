package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.ServiceItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts entries side by side: each code and each number once, and bundles from the items they name.
 * An entry that does not fit beside those before it is left out whole.
 */
final class Assembly {
  private final Map<String, String> nameOfCode = new HashMap<>();
  private final Map<Integer, String> nameOfNumber = new HashMap<>();
  private final Map<String, NamedEntry> byCode = new LinkedHashMap<>();
  private final List<RefusedFile> refused = new ArrayList<>();

  private Assembly() {}

  /** The entries that fit together. */
  static Shelf of(List<NamedEntry> entries) {
    Assembly assembly = new Assembly();
    entries.forEach(assembly::add);
    return assembly.shelf();
  }

  private void add(NamedEntry named) {
    ServiceItem item = named.entry().item();
    int number = item.profile().listing().number();
    if (nameOfCode.containsKey(item.code())) {
      refuse(named, "/code", "is the code of " + nameOfCode.get(item.code()) + " already");
    } else if (number > 0 && nameOfNumber.containsKey(number)) {
      refuse(named, "/number", "is the number of " + nameOfNumber.get(number) + " already");
    } else {
      nameOfCode.put(item.code(), named.name());
      nameOfNumber.put(number, named.name());
      byCode.put(item.code(), named);
    }
  }

  private Shelf shelf() {
    List<ServiceItem> items = new ArrayList<>();
    Map<String, Entry> entries = new HashMap<>();
    for (NamedEntry named : byCode.values()) {
      try {
        items.add(Bundle.whole(named.entry(), this::plain));
        entries.put(named.name(), named.entry());
      } catch (EntryRefusedException e) {
        refused.add(new RefusedFile(named.name(), e, false));
      }
    }
    return new Shelf(items, entries, refused);
  }

  /** The item of this code as it was written, or null. */
  private ServiceItem plain(String code) {
    NamedEntry named = byCode.get(code);
    return named == null ? null : named.entry().item();
  }

  private void refuse(NamedEntry named, String pointer, String reason) {
    refused.add(new RefusedFile(named.name(), named.entry().refused(pointer, reason), false));
  }
}
