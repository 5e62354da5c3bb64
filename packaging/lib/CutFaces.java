import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Cuts the sample faces out of one sheet of 18 columns: {@code java CutFaces.java SHEET DIR}. */
final class CutFaces {
  private static final int SIDE = 104;
  private static final double PITCH = 106.6;
  private static final int ROW_OF_ONE_MAN = 286;
  private static final int ROW_OF_OTHERS = 624;
  private static final List<Integer> OTHER_COLUMNS = List.of(2, 15, 17);

  public static void main(String[] arguments) throws IOException {
    BufferedImage sheet = ImageIO.read(new File(arguments[0]));
    File folder = new File(arguments[1]);
    for (int column = 0; column < 18; column++) {
      cut(sheet, column, ROW_OF_ONE_MAN, name(folder, "same", column + 1));
    }
    for (int i = 0; i < OTHER_COLUMNS.size(); i++) {
      cut(sheet, OTHER_COLUMNS.get(i), ROW_OF_OTHERS, name(folder, "other", i + 1));
    }
  }

  private static File name(File folder, String prefix, int number) {
    return new File(folder, String.format("%s-%02d.jpg", prefix, number));
  }

  private static void cut(BufferedImage sheet, int column, int y, File file) throws IOException {
    BufferedImage face = sheet.getSubimage((int) Math.round(column * PITCH), y, SIDE, SIDE);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(0.95f);
    try (var out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(face, null, null), quality);
    } finally {
      writer.dispose();
    }
  }
}
