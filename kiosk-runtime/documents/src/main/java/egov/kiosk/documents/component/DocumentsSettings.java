package egov.kiosk.documents.component;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The configuration as values; equal ones need no reopening.
 *
 * @param sealFile the kiosk's seal, when it has one
 * @param trustFile the authorities, when documents are verified
 * @param revocationFile what the authorities have revoked, when it is looked at
 * @param sealMaker who makes the seals believed here
 * @param rareFonts fonts that draw rare characters
 */
record DocumentsSettings(
    Optional<Path> sealFile,
    Optional<Path> trustFile,
    Optional<Path> revocationFile,
    String sealMaker,
    List<Path> rareFonts) {
  DocumentsSettings {
    rareFonts = List.copyOf(rareFonts);
    if (sealMaker == null || sealMaker.isBlank()) {
      throw new IllegalArgumentException("documents: sealMaker names who makes the seals");
    }
  }

  static DocumentsSettings of(DocumentsConfiguration configuration) {
    return new DocumentsSettings(
        file(configuration.sealFile()),
        file(configuration.trustFile()),
        file(configuration.revocationFile()),
        configuration.sealMaker(),
        Arrays.stream(configuration.rareFonts().split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(Path::of)
            .toList());
  }

  private static Optional<Path> file(String name) {
    return name == null || name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
  }
}
