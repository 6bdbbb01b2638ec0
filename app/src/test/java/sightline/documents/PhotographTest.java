package sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.documents.Photograph.Result;
import sightline.documents.Photograph.Why;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

final class PhotographTest {
    @Test
    void keepsThePictureAndNothingThatSaysWhereOrWithWhatItWasTaken() throws IOException {
        byte[] sent = TelephonePicture.jpeg(80, 40, 1);
        assertThat(latin(sent)).contains(TelephonePicture.PLACE).contains("Exif");
        Photograph kept = read(sent);
        assertThat(latin(kept.jpeg()))
                .doesNotContain(TelephonePicture.PLACE)
                .doesNotContain("Exif")
                .doesNotContain("http");
        assertThat(kept.width()).isEqualTo(80);
        assertThat(kept.height()).isEqualTo(40);
        assertThat(kept).hasToString("Photograph[redacted]");
    }

    @Test
    void turnsAPictureTheWayInWhichItWasHeldSoThatLeftStaysLeft() throws IOException {
        assertThat(corners(1)).isEqualTo("left red");
        assertThat(corners(2)).isEqualTo("right red");
        assertThat(corners(3)).isEqualTo("right red");
        assertThat(corners(4)).isEqualTo("left red");
        assertThat(corners(5)).isEqualTo("top red");
        assertThat(corners(6)).isEqualTo("top red");
        assertThat(corners(7)).isEqualTo("bottom red");
        assertThat(corners(8)).isEqualTo("bottom red");
        assertThat(corners(9)).isEqualTo("left red");
    }

    @Test
    void refusesByTheHeaderWhatWouldFillTheMemory() throws IOException {
        assertThat(refused(TelephonePicture.pngOf(50_000, 50_000))).isEqualTo(Why.TOO_LARGE);
        assertThat(refused(TelephonePicture.pngOf(Integer.MAX_VALUE, 1))).isEqualTo(Why.TOO_LARGE);
        assertThat(refused(TelephonePicture.pngOf(12_000, 5_001))).isEqualTo(Why.TOO_LARGE);
        byte[] jpeg = TelephonePicture.jpeg(80, 40, 1);
        int frame = frame(jpeg);
        ByteBuffer.wrap(jpeg).putShort(frame, (short) 50_000).putShort(frame + 2, (short) 50_000);
        assertThat(refused(jpeg)).isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void unpacksNothingThatIsNoPicture() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.writeBytes("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var zip = new DeflaterOutputStream(packed)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(block);
            }
        }
        var whole = new ByteArrayOutputStream();
        ImageIO.write(TelephonePicture.redLeftOfBlue(80, 40), "png", whole);
        byte[] png = whole.toByteArray();
        var bomb = new ByteArrayOutputStream();
        bomb.write(png, 0, 33);
        bomb.write(TelephonePicture.chunk("zTXt", packed.toByteArray()));
        bomb.write(png, 33, png.length - 33);
        assertThat(PngFile.pictureAlone(bomb.toByteArray())).contains(png);
        assertThat(read(bomb.toByteArray()).width()).isEqualTo(80);
    }

    @Test
    void refusesAJpegThatGoesThroughThePictureOverAndOver() throws IOException {
        byte[] jpeg = TelephonePicture.jpeg(80, 40, 1);
        byte[] over = Arrays.copyOf(jpeg, jpeg.length + 200);
        for (int i = jpeg.length; i < over.length; i += 2) {
            over[i] = (byte) 0xFF;
            over[i + 1] = (byte) 0xDA;
        }
        assertThat(refused(over)).isEqualTo(Why.BROKEN);
    }

    @Test
    void keepsLargePicturesSmaller() throws IOException {
        var large = new ByteArrayOutputStream();
        ImageIO.write(
                new BufferedImage(6_000, 4_000, BufferedImage.TYPE_BYTE_BINARY), "png", large);
        Photograph kept = read(large.toByteArray());
        assertThat(kept.width()).isEqualTo(3_000);
        assertThat(kept.height()).isEqualTo(2_000);
    }

    @Test
    void refusesWhatIsNoPhotographAndSaysWhatToDo() {
        assertThat(refused(new byte[0])).isEqualTo(Why.EMPTY);
        assertThat(refused(new byte[Photograph.BYTES_MAX + 1])).isEqualTo(Why.TOO_LONG);
        assertThat(refused("<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Why.NO_PHOTOGRAPH);
        assertThat(refused(TelephonePicture.pngOf(0, 0))).isEqualTo(Why.BROKEN);
    }

    @Test
    void answersEveryDamagedFileInWords() throws IOException {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        byte[] jpeg = TelephonePicture.jpeg(80, 40, 6);
        var whole = new ByteArrayOutputStream();
        ImageIO.write(TelephonePicture.redLeftOfBlue(80, 40), "png", whole);
        for (int round = 0; round < 400; round++) {
            byte[] damaged = (round % 2 == 0 ? jpeg : whole.toByteArray()).clone();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                damaged[3 + random.nextInt(damaged.length - 3)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(4) == 0) {
                damaged = Arrays.copyOf(damaged, 4 + random.nextInt(damaged.length - 4));
            }
            assertThat(Photograph.read(damaged)).as("seed %d, round %d", seed, round).isNotNull();
        }
    }

    private static String corners(int orientation) throws IOException {
        byte[] kept = read(TelephonePicture.jpeg(80, 40, orientation)).jpeg();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
        int right = picture.getWidth() - 4;
        int bottom = picture.getHeight() - 4;
        if (red(picture, 4, 4)) {
            return red(picture, right, 4) ? "top red" : "left red";
        }
        assertThat(red(picture, right, bottom)).isTrue();
        return red(picture, 4, bottom) ? "bottom red" : "right red";
    }

    private static boolean red(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        return color.getRed() > 200 && color.getBlue() < 60;
    }

    /** Where height and width stand in the frame's header. */
    private static int frame(byte[] jpeg) {
        for (int i = 2; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                return i + 5;
            }
        }
        throw new IllegalStateException("no frame in it");
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Photograph read(byte[] file) {
        assertThat(Photograph.read(file)).isInstanceOf(Result.Read.class);
        return ((Result.Read) Photograph.read(file)).photograph();
    }

    private static Why refused(byte[] file) {
        assertThat(Photograph.read(file)).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) Photograph.read(file)).why();
    }
}
