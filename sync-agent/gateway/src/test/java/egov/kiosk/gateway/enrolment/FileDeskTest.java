package egov.kiosk.gateway.enrolment;

import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.domain.enrolment.EnrolmentCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileDeskTest extends DeskContract {
  @Override
  EnrolmentBook book() throws Exception {
    return new FileBook(folder.resolve("book"));
  }

  @Test
  void book_holdsNothingOfTheCodeAndNothingToUseIt() throws Exception {
    EnrolmentCode code = lab.code("", false);
    byte[] keys = egov.kiosk.enrolment.message.CodeKeys.of(code).kept();
    String encoded = java.util.Base64.getEncoder().encodeToString(keys);
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(code.secret()) || text.contains(encoded), file.toString());
      }
    }
  }
}
