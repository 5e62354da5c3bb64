package egov.kiosk.updates.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release manager says about a release, beyond its files.
 *
 * @param version counts up
 * @param name for people
 * @param arch as {@code dpkg --print-architecture} names it
 * @param hardware names of machines; any when empty
 * @param minFrom the lowest version it may follow
 * @param downgradeFrom higher versions from which it is a way down
 * @param schemaMin lowest version of the queue's file it can open
 * @param schemaMax highest
 */
public record Draft(
    long version,
    String name,
    String arch,
    List<String> hardware,
    long minFrom,
    List<Long> downgradeFrom,
    long schemaMin,
    long schemaMax) {
  /** Copies the lists. */
  public Draft {
    hardware = List.copyOf(hardware);
    downgradeFrom = List.copyOf(downgradeFrom);
  }

  /** An ordinary step up. */
  public static Draft of(long version, String name, String arch, long schemaMin, long schemaMax) {
    return new Draft(version, name, arch, List.of(), 0, List.of(), schemaMin, schemaMax);
  }

  Map<String, Object> json(List<Map<String, Object>> parts, List<Map<String, Object>> files) {
    Map<String, Object> json = new TreeMap<>();
    json.put("version", version);
    json.put("name", name);
    json.put("arch", arch);
    json.put("hardware", hardware);
    json.put("minFrom", minFrom);
    json.put("downgradeFrom", downgradeFrom);
    json.put("schemaMin", schemaMin);
    json.put("schemaMax", schemaMax);
    json.put("parts", parts);
    json.put("files", files);
    return json;
  }
}
