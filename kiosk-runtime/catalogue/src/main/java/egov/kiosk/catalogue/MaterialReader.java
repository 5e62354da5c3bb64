package egov.kiosk.catalogue;

import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.SheetTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an entry's papers: those the citizen brings, and the one the citizen takes along. */
final class MaterialReader {
  private static final int MOST = 12;

  private MaterialReader() {}

  static List<Material> materials(EntryObject entry) throws EntryRefusedException {
    List<Material> materials = new ArrayList<>();
    for (EntryObject object : entry.optionalObjects("materials", 0, MOST)) {
      materials.add(material(object));
    }
    return materials;
  }

  private static Material material(EntryObject object) throws EntryRefusedException {
    String id = object.text("id", 1, 32);
    String label = object.text("label", 1, 30);
    String labelEnglish = object.text("labelEn", 1, 80);
    String hint = object.optionalText("hint", 60);
    boolean required = object.flag("required");
    int maxPages = object.optionalNumber("maxPages", 1, Material.MOST_PAGES, 1);
    boolean later = object.optionalFlag("later");
    String licence = object.optionalCode("licence", 64);
    String hintEnglish = object.english("hintEn", 160);
    object.end();
    return object.build(
        () ->
            new Material(
                id,
                label,
                labelEnglish,
                hint,
                required,
                maxPages,
                later,
                Optional.of(licence).filter(type -> !type.isEmpty()),
                hintEnglish));
  }

  static Optional<SheetTemplate> copy(EntryObject entry) throws EntryRefusedException {
    Optional<EntryObject> object = entry.optionalObject("copy");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    EntryObject copy = object.get();
    String title = copy.text("title", 1, 40);
    String issuer = copy.text("issuer", 1, 60);
    String note = copy.optionalText("note", 200);
    String titleEnglish = copy.english("titleEn", 80);
    copy.end();
    return Optional.of(copy.build(() -> new SheetTemplate(title, issuer, note, titleEnglish)));
  }
}
