import Derivations
import Testing

@Suite struct FigureDataTests {
  /// Values 10 y + x over x = 0 … 4 and y = 0 … 2, the first axis fastest; of each axis the ends and the
  /// middle are kept: 0, 2, 4 and 0, 1, 2.
  @Test func thinning() {
    let figure = FigureData(
      name: "1", quantity: "E", unit: nil,
      axes: [
        .init(symbol: "x", unit: nil, values: [0, 1, 2, 3, 4]),
        .init(symbol: "y", unit: nil, values: [0, 1, 2]),
      ],
      series: [
        .init(
          label: "", derived: [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24],
          printed: nil)
      ], parameters: [], equations: [], notes: [])
    let thin = figure.thinned(to: 3)
    #expect(thin.axes.map(\.values) == [[0, 2, 4], [0, 1, 2]])
    #expect(thin.series[0].derived == [0, 2, 4, 10, 12, 14, 20, 22, 24])
    #expect(figure.thinned(to: 9) == figure)
  }
}
