using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DutyGuy.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TableMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TableMarks",
                columns: table => new
                {
                    Table = table.Column<string>(type: "text", nullable: false),
                    Mark = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TableMarks", x => x.Table);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TableMarks");
        }
    }
}
